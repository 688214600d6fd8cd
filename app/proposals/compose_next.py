"""Page 4: what else, how it goes on, how to accept."""

from collections.abc import Iterator
from decimal import Decimal

from app.language.dates import format_date
from app.language.numbers import NBSP
from app.personalization.content import Slot
from app.problems import N_
from app.proposals.compose_context import status_of
from app.proposals.compose_solution import tax_share
from app.proposals.currency_names import currency_name
from app.proposals.document import (
    Acceptance,
    Amount,
    Block,
    NextSteps,
    PaybackStatus,
    RecommendationView,
    Signature,
    StepView,
)
from app.proposals.offer import Suggestion
from app.proposals.wording import Wording
from app.recommendations.reasons import basis_text, reason_text

MAX_RECOMMENDATIONS = 3
MAX_STEPS = 6
MAX_TERMS = 6
LEAD_CHARS = 200
PIECES = frozenset(
    {"шт", "од", "ед", "компл", "комплект", "послуга", "услуга", "pcs", "pc", "set", "service", "unit"}
)
LEAST_CHANGE = Decimal("0.5")

SECTION = N_("Next steps")
HEADING = N_("What else is worth adding, and how we go on")
HEADING_PLAIN = N_("How we go on")
LEAD = N_("Chosen by what goes with this offer; nothing of it is in the total yet.")
LEAD_PLAIN = N_("A few simple steps from your yes to the result.")
STEPS_TITLE = N_("How it will go")
STEPS = (
    (N_("Your yes"), N_("you confirm the offer online or by signature")),
    (N_("Contract and invoice"), N_("we prepare both on the agreed terms")),
    (N_("Delivery of the order"), N_("on the date that the contract names")),
    (N_("Handing over"), N_("you check everything and sign for it")),
)
ACCEPT_HEADING = N_("Accept the proposal online")
ACCEPT = N_(
    "Point your camera at the code: the proposal's page opens, where you can accept it or ask a question. "
    "The prices hold until {date}."
)
SOONER = N_("payback sooner by {months}")
PRICES_TITLE = N_("Prices")
PRICES = N_("All prices are in {currency} and hold until {date}.")
SIGN_HERE = N_("signature, date")
LEGAL_TAX = N_("Prices are in {currency}, VAT {rate} counted in the total, and are not a public offer.")
LEGAL = N_("Prices are in {currency} and are not a public offer.")
LEGAL_ESTIMATE = N_("The calculation of savings rests on the data given and is an estimate.")


def next_steps(words: Wording) -> NextSteps:
    """Compose the page."""
    recommendations = tuple(
        _recommendation(suggestion, words) for suggestion in words.offer.recommendations[:MAX_RECOMMENDATIONS]
    )
    return NextSteps(
        section=words.say(SECTION),
        heading=words.text(
            Slot.NEXT_HEADING, words.say(HEADING if recommendations else HEADING_PLAIN), max_chars=80
        ),
        lead=words.text(
            Slot.NEXT_LEAD, words.say(LEAD if recommendations else LEAD_PLAIN), max_chars=LEAD_CHARS
        ),
        recommendations=recommendations,
        steps_title=words.say(STEPS_TITLE),
        steps=_steps(words),
        acceptance=_acceptance(words),
        terms=_terms(words),
        signatures=_signatures(words),
        legal=words.text(Slot.LEGAL, " ".join(_legal(words))),
    )


def _recommendation(suggestion: Suggestion, words: Wording) -> RecommendationView:
    recommendation = suggestion.recommendation
    item = recommendation.item
    change = suggestion.payback_change
    sooner = change is not None and change <= -LEAST_CHANGE
    return RecommendationView(
        sku=item.sku,
        name=words.name(item.name) or item.sku,
        reason=words.polished(reason_text(recommendation, words.offer.catalogue, words.language)),
        evidence=words.polished(basis_text(recommendation, words.offer.catalogue, words.language)),
        price=_price(suggestion, words),
        effect=words.say(SOONER, months=words.months(-change)) if change is not None and sooner else "",
        picture=item.picture,
        picture_large=item.picture_large,
    )


def _price(suggestion: Suggestion, words: Wording) -> Amount:
    """Give the price of one unit; metres, months and the like are named, pieces go without saying."""
    unit = words.name(suggestion.recommendation.item.unit)
    price = words.amount(suggestion.price)
    if not unit or unit.casefold().rstrip(".") in PIECES:
        return price
    return Amount(value=price.value, text=f"{price.text}{NBSP}/{NBSP}{unit}")


def _steps(words: Wording) -> tuple[StepView, ...]:
    steps = tuple(
        StepView(
            title=title,
            text=words.own(step.text),
            duration=words.count(step.days, "day") if step.days else "",
        )
        for step in words.offer.catalogue.steps[:MAX_STEPS]
        if (title := words.own(step.title))
    )
    if steps:
        return steps
    return tuple(StepView(title=words.say(title), text=words.say(text), duration="") for title, text in STEPS)


def _acceptance(words: Wording) -> Acceptance:
    date = format_date(words.valid_until, words.language)
    heading, _, text = words.text(Slot.NEXT_ACCEPT, "").partition("\n")
    return Acceptance(
        heading=heading.strip() or words.say(ACCEPT_HEADING),
        text=text.strip() or words.say(ACCEPT, date=date),
        url=words.public_url,
    )


def _terms(words: Wording) -> tuple[Block, ...]:
    terms = tuple(
        Block(title=words.own(term.title), text=text)
        for term in words.offer.catalogue.terms[:MAX_TERMS]
        if (text := words.own(term.text))
    )
    if terms:
        return terms
    date = format_date(words.valid_until, words.language)
    text = words.say(PRICES, currency=currency_name(words.offer.currency, words.language), date=date)
    return (Block(title=words.say(PRICES_TITLE), text=text),)


def _signatures(words: Wording) -> tuple[Signature, Signature]:
    brand = words.offer.catalogue.brand
    ours = [words.own(brand.signatory_position), words.own(brand.signatory)]
    here = words.say(SIGN_HERE)
    return (
        Signature(
            party=words.name(brand.legal_name) or words.name(brand.name),
            person=", ".join(part for part in ours if part) or here,
        ),
        Signature(party=words.polished(words.offer.brief.company.name), person=here),
    )


def _legal(words: Wording) -> Iterator[str]:
    currency = currency_name(words.offer.currency, words.language)
    rate = tax_share(words.offer.quote)
    if rate:
        yield words.say(LEGAL_TAX, currency=currency, rate=words.percent(rate))
    else:
        yield words.say(LEGAL, currency=currency)
    if status_of(words.offer) is not PaybackStatus.UNKNOWN:
        yield words.say(LEGAL_ESTIMATE)
