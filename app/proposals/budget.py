"""What the page of economics shows when there is no payback to speak of: the budget itself."""

import re
from collections.abc import Iterator
from decimal import Decimal

from app.catalog.model import TaxMode
from app.language.dates import format_date
from app.pricing.money import Money
from app.problems import N_
from app.proposals.compose_figures import days_to_launch
from app.proposals.document import Block, Row, Table
from app.proposals.wording import Wording, common_decimals, exact

MAX_ROWS = 8
MAX_TERMS = 3
MAX_TERM_CHARS = 64
CLAUSE_END = re.compile(r";|(?<=\w\w)\.\s")
LEAST_CATEGORIES = 3

TITLE = N_("Where the money goes")
OTHER = N_("Other")
DISCOUNT = N_("Discount on the whole offer")
TAX = N_("VAT")
TOTAL = N_("Total")
CONDITIONS = N_("At a glance")
POSITIONS = N_("Items in the offer")
VALID = N_("Prices hold until")
TAX_ROW = N_("VAT")
TAX_IN = N_("included in the price")
TAX_ON_TOP = N_("already counted in the total")
TAX_NONE = N_("not charged")
FIXED_TITLE = N_("A price without surprises")
FIXED = N_("{total} is the whole sum. It holds until {date}, down to the smallest coin.")
ONE_TITLE = N_("Everything in one offer")
ONE = N_("{positions}, one contact person, one contract.")
PATH_TITLE = N_("A path you know beforehand")
PATH = N_("From your yes to the result: {days}. The steps stand on the next page.")
PATH_PLAIN = N_("The steps from your yes to the result stand on the next page.")


def budget_table(words: Wording) -> Table:
    """Split the total by category of items, the smallest ones together."""
    quote = words.offer.quote
    sums = list(_parts(words))
    if quote.proposal_discount.amount:
        sums.append((words.say(DISCOUNT), -quote.proposal_discount))
    if quote.tax_mode == TaxMode.EXCLUDED and quote.tax.amount:
        sums.append((words.say(TAX), quote.tax))
    sums.append((words.say(TOTAL), quote.total))
    decimals = common_decimals(money for _, money in sums)
    rows = tuple(
        Row(label=label, text=words.money(money, decimals=decimals), value=money.amount)
        for label, money in sums
    )
    total = rows[-1].model_copy(update={"strong": True})
    return Table(title=words.say(TITLE), rows=(*rows[:-1], total))


def conditions_table(words: Wording) -> Table:
    """Say the main conditions in two columns."""
    rows = tuple(Row(label=label, text=text) for label, text in _conditions(words))
    return Table(title=words.say(CONDITIONS), rows=rows)


def budget_benefits(words: Wording) -> tuple[Block, ...]:
    """Argue from what is certain about every offer, then from the catalogue's own terms."""
    date = format_date(words.valid_until, words.language)
    positions = words.count(len(words.offer.quote.lines), "position")
    days = days_to_launch(words)
    path = words.say(PATH, days=words.count(days, "day")) if days else words.say(PATH_PLAIN)
    return (
        Block(
            title=words.say(FIXED_TITLE),
            text=words.say(FIXED, total=words.money(words.offer.quote.total), date=date),
        ),
        Block(title=words.say(ONE_TITLE), text=words.say(ONE, positions=positions)),
        Block(title=words.say(PATH_TITLE), text=path),
    )


def _parts(words: Wording) -> Iterator[tuple[str, Money]]:
    """Yield the sums by category or, where there are only one or two, by item."""
    offer = words.offer
    sums = _sums(words, by_category=True)
    if len(sums) < LEAST_CATEGORIES:
        sums = _sums(words, by_category=False)
    ordered = sorted(sums.items(), key=lambda part: (-part[1].amount, part[0]))
    yield from ordered[: MAX_ROWS - 1] if len(ordered) > MAX_ROWS else ordered
    if len(ordered) > MAX_ROWS:
        rest = Money.zero(offer.currency)
        for _, money in ordered[MAX_ROWS - 1 :]:
            rest += money
        yield words.say(OTHER), rest


def _sums(words: Wording, *, by_category: bool) -> dict[str, Money]:
    sums: dict[str, Money] = {}
    for line in words.offer.quote.lines:
        item = words.offer.catalogue.items[line.sku]
        name = words.name(item.category if by_category else item.name) or words.say(OTHER)
        sums[name] = sums.get(name, Money.zero(words.offer.currency)) + line.sum
    return sums


def _conditions(words: Wording) -> Iterator[tuple[str, str]]:
    offer = words.offer
    yield words.say(POSITIONS), words.number_text(Decimal(len(offer.quote.lines)))
    yield words.say(VALID), format_date(words.valid_until, words.language)
    if offer.quote.tax.amount:
        included = offer.quote.tax_mode == TaxMode.INCLUDED
        yield words.say(TAX_ROW), words.say(TAX_IN if included else TAX_ON_TOP)
    else:
        yield words.say(TAX_ROW), words.say(TAX_NONE)
    yield from (
        (title, clause)
        for term in offer.catalogue.terms[:MAX_TERMS]
        if (title := exact(term.title, words.language))
        and (clause := _first_clause(words.own(term.text)))
        and len(clause) <= MAX_TERM_CHARS
    )


def _first_clause(text: str) -> str:
    """Give what stands before the first semicolon or the next sentence; the last page has it all."""
    return CLAUSE_END.split(text, maxsplit=1)[0].rstrip(".")
