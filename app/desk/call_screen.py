"""What the call screen shows when it opens: the fields with what was typed, in the page's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from flask_babel import gettext as _

from app.catalog.model import AnswerType, Catalogue, Question, Term, in_language
from app.desk.call_figures import FiguresView, ItemView, show_item
from app.desk.call_input import CallInput, TypedLine
from app.language.currencies import sign
from app.language.dates import short_date
from app.language.numbers import format_number
from app.pricing.limits import maximum_discount
from app.roles import Role
from app.web.requests import LANGUAGE_NAMES

MAX_UNIT_BESIDE_ASSUMPTION = 4
QUESTIONS_AT_ONCE = 8
QUESTIONS_IN_A_ROW = 4
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TermView:
    """An entry of a list: its name, and every word by which it is found."""

    name: str
    find: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question as a field. `default` is shown as the assumption that holds without an answer."""

    key: str
    label: str
    ask: str
    unit: str
    numeric: bool
    choices: Choices
    default: str
    answer: str
    required: bool


@dataclass(frozen=True, slots=True)
class RowView:
    """A line as it was typed, with its item if the catalogue has it."""

    line: TypedLine
    item: ItemView


@dataclass(frozen=True, slots=True)
class CatalogueView:
    """The catalogue in use."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class ScreenView:
    """The whole screen."""

    typed: CallInput
    number: str | None
    title: str
    tab: str
    seen: str
    notice: str
    history: str
    catalogue: CatalogueView
    catalogues: Choices
    industries: tuple[TermView, ...]
    roles: tuple[TermView, ...]
    language: str
    languages: Choices
    currency: str
    currencies: Choices
    sign: str
    valid_default: str
    more: bool
    questions: tuple[QuestionView, ...]
    search_words: str
    lines: tuple[RowView, ...]
    reasons: Choices
    limit: str
    figures: FiguresView
    page_titles: tuple[str, ...]
    keys: tuple[tuple[tuple[str, ...], str], ...]
    urls: Mapping[str, str]
    words: Mapping[str, str]

    @property
    def first_questions(self) -> tuple[QuestionView, ...]:
        """What to ask before anything else: all of a few, a row of many."""
        few = len(self.questions) <= QUESTIONS_AT_ONCE
        return self.questions if few else self.questions[:QUESTIONS_IN_A_ROW]

    @property
    def further_questions(self) -> tuple[QuestionView, ...]:
        """Questions behind a fold, each with its assumption."""
        return self.questions[len(self.first_questions) :]

    @property
    def errors(self) -> Mapping[str, str]:
        """What is wrong, by field id."""
        return self.figures.errors


def term_views(terms: Sequence[Term], language: str) -> tuple[TermView, ...]:
    """A taxonomy as a list to choose from."""
    return tuple(
        TermView(
            name=in_language(term.name, language),
            find="|".join((*term.name.values(), *term.synonyms, term.key)).casefold(),
        )
        for term in terms
    )


def question_view(question: Question, catalogue: Catalogue, answer: str, language: str) -> QuestionView:
    """A question as a field in the page's language."""
    ask = in_language(question.ask, language)
    return QuestionView(
        key=question.key,
        label=in_language(question.label, language) or question.key,
        ask=_quoted(ask, language) if ask else "",
        unit=_unit(question, catalogue, language),
        numeric=question.type is not AnswerType.DATE,
        choices=_choices(question, language),
        default=_default(question, catalogue, language),
        answer=answer,
        required=question.required,
    )


def _quoted(text: str, language: str) -> str:
    if text[0] in '«“„"':
        return text
    return f"“{text}”" if language == "en" else f"«{text}»"


def _unit(question: Question, catalogue: Catalogue, language: str) -> str:
    own = in_language(question.unit, language)
    if question.type is AnswerType.MONEY:
        return own or sign(catalogue.currency, language)
    return own or ("%" if question.type is AnswerType.PERCENT else "")


def _choices(question: Question, language: str) -> Choices:
    if question.type is AnswerType.YES_NO:
        return (("yes", _("Yes")), ("no", _("No")))
    return tuple((value, in_language(label, language) or value) for value, label in question.choices)


def _default(question: Question, catalogue: Catalogue, language: str) -> str:
    """The value that holds without an answer, unit included."""
    if not question.default:
        return ""
    known = dict(_choices(question, language))
    if known:
        return known.get(question.default.strip().casefold(), known.get(question.default, question.default))
    try:
        if question.type is AnswerType.DATE:
            return short_date(date.fromisoformat(question.default), language)
        number = format_number(Decimal(question.default.replace(",", ".")), language)
    except (ValueError, InvalidOperation):
        return question.default
    unit = _unit(question, catalogue, language)
    return f"{number}\u00a0{unit}" if unit and len(unit) <= MAX_UNIT_BESIDE_ASSUMPTION else number


def row_views(typed: CallInput, catalogue: Catalogue, *, language: str, currency: str) -> tuple[RowView, ...]:
    """The typed lines; one whose item is gone keeps its SKU, so that it can be seen and removed."""
    gone = _("not in this catalogue")
    return tuple(
        RowView(
            line,
            show_item(item, catalogue, language=language, currency=currency)
            if (item := catalogue.items.get(line.sku))
            else ItemView(line.sku, line.sku, gone, "—", "—", line.quantity),
        )
        for line in typed.lines
    )


def reason_choices(catalogue: Catalogue, role: Role, language: str) -> Choices:
    """The reasons for which this role may give a discount, each with its limit."""
    return tuple(
        (
            reason.key,
            _(
                "%(reason)s, up to %(limit)s %%",
                reason=in_language(reason.name, language),
                limit=format_number(reason.maximum_percent, language),
            ),
        )
        for reason in catalogue.discounts
        if maximum_discount(catalogue.discounts, role=role.value, reason=reason.key)
    )


def limit_note(catalogue: Catalogue, role: Role, language: str) -> str:
    """How much this role may take off at all."""
    limit = maximum_discount(catalogue.discounts, role=role.value, reason=None)
    return _("your limit %(limit)s %%", limit=format_number(limit, language))


def language_choices() -> Choices:
    """The languages a proposal can be written in."""
    return tuple(LANGUAGE_NAMES.items())


def currency_choices(catalogue: Catalogue, language: str) -> Choices:
    """The currencies in which this catalogue can be offered, its own first."""
    return tuple(
        (code, f"{code}\u00a0{sign(code, language)}" if sign(code, language) != code else code)
        for code in dict.fromkeys((catalogue.currency, *catalogue.rates))
    )


def default_until(catalogue: Catalogue, language: str, today: date) -> str:
    """The date until which an offer holds if nothing is said."""
    return short_date(today + timedelta(days=catalogue.valid_days), language)


def page_titles() -> tuple[str, ...]:
    """What the four pages are about."""
    return (_("Cover"), _("Solution and price"), _("Economics"), _("Next steps"))


def key_help() -> tuple[tuple[tuple[str, ...], str], ...]:
    """The keys of the call screen."""
    return (
        (("/", "Ctrl K"), _("find an item")),
        (("↑", "↓", "Enter"), _("choose from a list; in the lines, go up and down")),
        (("Alt 1", "Alt 2", "Alt 3"), _("add what is recommended")),
        (("Ctrl Delete",), _("remove the line")),
        (("Ctrl Enter",), _("send; what is missing is shown")),
        (("Esc",), _("close a list or a window")),
        (("?",), _("this help")),
    )
