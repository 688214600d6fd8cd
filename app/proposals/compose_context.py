"""Facts for conditions and values for placeholders, out of one offer."""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_CEILING, Decimal

from app.catalog.answers import Answered, AnswerValue
from app.catalog.model import AnswerType, in_language
from app.language.currencies import sign
from app.language.dates import add_months, format_date, month_year
from app.language.numbers import NBSP, format_months, format_number
from app.language.units import unit_for
from app.personalization.conditions import Fact
from app.personalization.content import Context
from app.personalization.greetings import form_of_address
from app.pricing.economics import Economics, Status
from app.proposals.document import PaybackStatus
from app.proposals.offer import Offer
from app.proposals.wording import HUNDRED, Wording

LEAST_SAVING = Decimal("0.5")
"""What is less a month would be written as nothing."""
INFINITE = Decimal("Infinity")


def status_of(offer: Offer) -> PaybackStatus:
    """Tell what may be claimed about this offer's payback."""
    if offer.economics is None:
        return PaybackStatus.UNKNOWN
    return PaybackStatus(offer.economics.status.value)


def whole_months(months: Decimal) -> Decimal:
    """Count the months until the money is back: within the eleventh month is eleven."""
    return max(months.to_integral_value(ROUND_CEILING), Decimal(1))


def payback_month(economics: Economics, today: date) -> date:
    """Tell the month in which the money is back."""
    return add_months(today, int(whole_months(economics.payback_months or Decimal(1))))


def answer_text(answered: Answered, words: Wording) -> str:
    """Write an answer with its unit; '' where there is none."""
    question, value = answered.question, answered.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return words.yes_no(value)
    if isinstance(value, date):
        return format_date(value, words.language)
    if isinstance(value, str):
        labels = dict(question.choices).get(value)
        return words.name(labels) if labels else words.polished(value)
    return _number_text(value, answered, words)


def _number_text(value: Decimal, answered: Answered, words: Wording) -> str:
    question = answered.question
    if question.type is AnswerType.PERCENT:
        return words.percent(value)
    unit = words.name(question.unit)
    if question.type is AnswerType.MONEY:
        mark = sign(words.offer.catalogue.currency, words.language)
        if not unit or unit.startswith(mark):
            return words.estimate(value) + unit.removeprefix(mark)
    unit = unit_for(value, unit, words.language)
    text = words.number_text(value)
    return f"{text}{NBSP}{unit}" if unit else text


def facts(offer: Offer) -> dict[str, Fact]:
    """Collect what conditions may ask about; amounts in the catalogue's currency, per cents outside."""
    known: dict[str, Fact] = {
        "pays_back": status_of(offer) in {PaybackStatus.PAYS_BACK, PaybackStatus.AT_ONCE},
        "payback": _payback_fact(offer.economics),
        "total": offer.quote.total.amount * offer.rate,
        "lines": Decimal(len(offer.brief.lines)),
        "discount": offer.quote.discounts.amount * offer.rate,
        "language": offer.language,
        "country": offer.brief.company.country,
        "industry": offer.industry.key if offer.industry else None,
        "role": offer.role.key if offer.role else None,
    }
    for answered in offer.answers:
        key = answered.question.key.casefold()
        known[f"told.{key}"] = answered.told
        known[f"answer.{key}"] = _plain(answered.value)
    for result in offer.catalogue.results:
        value = offer.results.get(result.key)
        percent = result.percent and isinstance(value, Decimal)
        known[f"result.{result.key.casefold()}"] = value * HUNDRED if percent else value  # type: ignore[operator]  # a Decimal
    return known


def values(words: Wording) -> dict[str, str]:
    """Collect what placeholders stand for; what is not known is left out."""
    offer, brief, language = words.offer, words.offer.brief, words.language
    main = max(offer.quote.lines, key=lambda line: line.sum.amount)
    known = {
        "company": brief.company.name,
        "city": brief.company.city or "",
        "contact.name": brief.contact.name or "",
        "contact.first_name": form_of_address(brief.contact.name, language),
        "industry": in_language(offer.industry.name, language) if offer.industry else "",
        "role": in_language(offer.role.name, language) if offer.role else "",
        "note": brief.note.strip().rstrip("."),
        "main_item": words.name(offer.catalogue.items[main.sku].name),
        "lines": format_number(len(brief.lines), language),
        "total": words.money(offer.quote.total),
        "discount": words.money(offer.quote.discounts) if offer.quote.discounts.amount else "",
        "valid_until": format_date(words.valid_until, language),
        "manager.name": words.manager.name,
        "manager.phone": words.manager.phone,
        "brand": words.name(offer.catalogue.brand.name),
        "number": words.number,
        **dict(_economic_values(words)),
        **{f"answer.{given.question.key}": answer_text(given, words) for given in offer.answers},
        **{f"result.{key}": text for key, text in words.shown_results().items()},
    }
    return {key.casefold(): value for key, value in known.items() if value}


def context(words: Wording) -> Context:
    """Put together what chooses and fills the workbook's texts."""
    offer = words.offer
    return Context(
        language=offer.language,
        industry=offer.industry.key if offer.industry else None,
        role=offer.role.key if offer.role else None,
        facts=facts(offer),
        values=values(words),
    )


def _economic_values(words: Wording) -> Iterator[tuple[str, str]]:
    economics = words.offer.economics
    if economics is None or economics.yearly_saving <= 0:
        return
    if economics.monthly_saving >= LEAST_SAVING:
        yield "saving_year", words.whole_money(economics.yearly_saving)
        yield "saving_month", words.whole_money(economics.monthly_saving)
    if economics.status is not Status.PAYS_BACK or economics.payback_months is None:
        return
    yield "payback", format_months(whole_months(economics.payback_months), words.language)
    month = payback_month(economics, words.today)
    yield "payback_month", month_year(month, words.language)
    yield "payback_month_in", month_year(month, words.language, case="locative")
    if economics.roi_percent is not None and economics.roi_percent > 0:
        yield "roi", words.percent(economics.roi_percent, 0)
    if economics.npv > 0:
        yield "npv", words.whole_money(economics.npv)
    if economics.irr_percent is not None and economics.irr_percent > 0:
        yield "irr", words.percent(economics.irr_percent, 0)


def _payback_fact(economics: Economics | None) -> Decimal | None:
    if economics is None:
        return None
    return INFINITE if economics.payback_months is None else economics.payback_months


def _plain(value: AnswerValue | None) -> Fact:
    return value.isoformat() if isinstance(value, date) else value
