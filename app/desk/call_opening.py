"""Opening the call screen: everything that the page needs, put together once."""

from flask_babel import gettext as _

from app.catalog.model import Catalogue, in_language
from app.catalog.service import catalogue_list
from app.desk import call_screen as parts
from app.desk.call_input import CallInput
from app.desk.call_reading import field_id
from app.desk.call_service import Caller, lead_history, live_figures
from app.desk.call_words import urls, words
from app.instance import current_instance
from app.language.currencies import sign
from app.language.numbers import format_number
from app.leads.service import known_company

HEAD = (
    "company.name",
    "contact.name",
    "company.industry",
    "contact.role",
    "contact.email",
    "contact.phone",
    "language",
    "valid_days",
    "company.city",
    "company.country",
    "company.tax_id",
    "currency",
    "note",
)
MORE = ("company.city", "company.country", "company.tax_id")
DISCOUNT = ("discount.percent", "discount.reason")


def error_places(catalogue: Catalogue) -> list[str]:
    """The ids of the fields that have a place for an error."""
    paths = [*HEAD, *(f"answers.{question.key}" for question in catalogue.questions)]
    return [field_id(path) for path in (*paths, *(DISCOUNT if catalogue.discounts else ()))]


def open_screen(
    typed: CallInput, catalogue: Catalogue, caller: Caller, *, number: str | None, seen: str
) -> parts.ScreenView:
    """The screen for a new call or a draft."""
    language = caller.language
    currency = typed["currency"] or catalogue.currency
    instance = current_instance()
    with instance.database.session() as session:
        catalogues = tuple(
            (known.key, in_language(known.name, language)) for known in catalogue_list(session)
        )
        known = known_company(session, typed["company.name"])
    return parts.ScreenView(
        typed=typed,
        number=number,
        title=_("Draft %(number)s", number=number) if number else _("Call"),
        tab=typed["call.tab"],
        seen=seen,
        notice="",
        history=lead_history(known, language) if known and known.proposals else "",
        catalogue=parts.CatalogueView(catalogue.key, in_language(catalogue.name, language)),
        catalogues=catalogues,
        industries=parts.term_views(catalogue.industries, language),
        roles=parts.term_views(catalogue.roles, language),
        language=typed["language"] or language,
        languages=parts.language_choices(),
        currency=currency,
        currencies=parts.currency_choices(catalogue, language),
        sign=sign(currency, language),
        valid_default=parts.default_until(catalogue, language, caller.today),
        more=any(typed[path] for path in MORE) or currency != catalogue.currency,
        questions=tuple(
            parts.question_view(question, catalogue, typed.answers.get(question.key, ""), language)
            for question in catalogue.questions
        ),
        search_words=_("find among %(count)s", count=format_number(len(catalogue.items), language)),
        lines=parts.row_views(typed, catalogue, language=language, currency=currency),
        reasons=parts.reason_choices(catalogue, caller.role, language),
        limit=parts.limit_note(catalogue, caller.role, language),
        figures=live_figures(instance, typed, catalogue, caller),
        page_titles=parts.page_titles(),
        keys=parts.key_help(),
        urls=urls(),
        words=words(),
    )
