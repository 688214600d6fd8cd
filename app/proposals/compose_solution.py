"""Page 2: what is offered and what it costs."""

from collections.abc import Iterator
from decimal import Decimal

from app.catalog.model import TaxMode, in_language
from app.language.currencies import sign
from app.language.dates import format_date
from app.language.numbers import NBSP, format_quantity
from app.language.units import unit_for
from app.language.words import amount_in_words
from app.personalization.content import Slot
from app.pricing.money import Money
from app.pricing.quote import Quote, QuoteLine
from app.problems import N_
from app.proposals.compose_context import answer_text
from app.proposals.document import Amount, Block, Columns, Group, Line, Solution, TotalKind, TotalRow
from app.proposals.wording import Wording, common_decimals, exact

MAX_GROUPS = 20
MAX_TOLD = 3
LEAD_CHARS = 200
REASON_CHARS = 420

SECTION = N_("Solution")
HEADING = N_("What you get and what it costs")
LEAD = N_("{positions} for your task, with prices and the total.")
REASON_TITLE = N_("Why this choice")
REASON_TOLD = N_(
    "The choice rests on what you told us: {told}. If something changes, tell us and we will recalculate."
)
REASON_PLAIN = N_(
    "The choice is what we agreed on during the call. "
    "Quantities and items can still be changed before the contract is signed."
)
ITEM = N_("Item")
QUANTITY = N_("Quantity")
PRICE = N_("Price, {sign}")
DISCOUNT = N_("Discount")
SUM = N_("Sum, {sign}")
SOURCE = N_("price list: catalogue version {version}, row {row}")
OTHER = N_("Other")
GROUPED = N_(
    "The offer holds {positions}; here they are summed up by category. "
    "The full list goes along as a spreadsheet."
)
LIST_TOTAL = N_("At list prices")
LINE_DISCOUNTS = N_("Discount on single items")
LINE_DISCOUNTS_FOR = N_("Discount on single items: {reason}")
PROPOSAL_DISCOUNT = N_("Discount {percent}: {reason}")
PROPOSAL_DISCOUNT_PLAIN = N_("Discount {percent}")
WITHOUT_TAX = N_("Sum without VAT")
TAX_INCLUDED = N_("VAT {rate} included")
TAX_ADDED = N_("VAT {rate}")
TOTAL = N_("Total")
WORDS = N_("{words}.")
WORDS_WITH_TAX = N_("{words}, including VAT {rate}: {amount}.")
WORDS_WITH_TAXES = N_("{words}, VAT included.")
WORDS_EXEMPT = N_("{words}, no VAT charged.")
TIER_NOTE = N_("The prices for these quantities are already lower by {amount} in all.")
DISCOUNT_NOTE = N_("The discount of {percent} holds until {date}.")
LINE_DISCOUNT_NOTE = N_("The discount on single items was agreed for this order and holds until {date}.")


def solution(words: Wording) -> Solution:
    """Compose the page."""
    quote = words.offer.quote
    decimals = common_decimals(amount for line in quote.lines for amount in (line.unit_price, line.sum))
    return Solution(
        section=words.say(SECTION),
        heading=words.text(Slot.SOLUTION_HEADING, words.say(HEADING), max_chars=70),
        lead=words.text(
            Slot.SOLUTION_LEAD,
            words.say(LEAD, positions=words.count(len(quote.lines), "position")),
            max_chars=LEAD_CHARS,
        ),
        columns=_columns(words),
        lines=tuple(_line(number, line, words, decimals) for number, line in enumerate(quote.lines, 1)),
        groups=_groups(words, decimals),
        grouped_note=words.say(GROUPED, positions=words.count(len(quote.lines), "position")),
        totals=tuple(_totals(words)),
        in_words=_in_words(words),
        notes=tuple(_notes(words)),
        reason=_reason(words),
    )


def _columns(words: Wording) -> Columns:
    mark = sign(words.offer.currency, words.language)
    return Columns(
        item=words.say(ITEM),
        quantity=words.say(QUANTITY),
        price=words.say(PRICE, sign=mark),
        discount=words.say(DISCOUNT) if words.offer.quote.line_discounts.amount else "",
        sum=words.say(SUM, sign=mark),
    )


def _line(position: int, line: QuoteLine, words: Wording, decimals: int) -> Line:
    catalogue = words.offer.catalogue
    item = catalogue.items[line.sku]
    unit = unit_for(line.quantity, words.name(item.unit), words.language)
    quantity = format_quantity(line.quantity, words.language)
    discount = None
    if line.discount.amount:
        percent = words.percent(line.discount_percent)
        discount = Amount(value=line.discount_percent, text=percent)
    return Line(
        position=position,
        sku=line.sku,
        name=words.name(item.name) or line.sku,
        characteristics=words.own(item.characteristics),
        category=words.name(item.category),
        unit=unit,
        quantity=Amount(value=line.quantity, text=f"{quantity}{NBSP}{unit}" if unit else quantity),
        price=_plain_amount(line.unit_price, words, decimals),
        discount=discount,
        sum=_plain_amount(line.sum, words, decimals),
        picture=item.picture,
        picture_large=item.picture_large,
        source=words.say(SOURCE, version=catalogue.version, row=item.row),
    )


def _plain_amount(money: Money, words: Wording, decimals: int) -> Amount:
    """Give an amount of the table, whose currency stands in the column's heading."""
    return Amount(value=money.amount, text=words.number_text(money.amount, decimals))


def _groups(words: Wording, decimals: int) -> tuple[Group, ...]:
    """Sum the lines up by category, in order of appearance; the smallest beyond twenty as others."""
    offer = words.offer
    other = words.say(OTHER)
    sums: dict[str, tuple[int, Money]] = {}
    for line in offer.quote.lines:
        name = words.name(offer.catalogue.items[line.sku].category) or other
        count, total = sums.get(name, (0, Money.zero(offer.currency)))
        sums[name] = (count + 1, total + line.sum)
    named = [name for name in sums if name != other]
    if len(sums) > MAX_GROUPS:
        named = sorted(named, key=lambda name: sums[name][1].amount, reverse=True)[: MAX_GROUPS - 1]
    kept = [name for name in sums if name in named]
    rest = [sums[name] for name in sums if name not in named]
    rows = [(name, *sums[name]) for name in kept]
    if rest:
        total = Money.zero(offer.currency)
        for _, money in rest:
            total += money
        rows.append((other, sum(count for count, _ in rest), total))
    return tuple(
        Group(
            name=name,
            count=words.count(count, "position"),
            sum=words.amount(total, decimals=decimals),
        )
        for name, count, total in rows
    )


def _totals(words: Wording) -> Iterator[TotalRow]:
    quote = words.offer.quote
    sums = (
        quote.list_total,
        quote.line_discounts,
        quote.proposal_discount,
        quote.net,
        quote.tax,
        quote.total,
    )
    decimals = common_decimals((*sums, *quote.tax_by_rate.values()))

    def row(kind: TotalKind, label: str, money: Money) -> TotalRow:
        return TotalRow(kind=kind, label=label, amount=words.amount(money, decimals=decimals))

    if quote.discounts.amount:
        yield row(TotalKind.LIST, words.say(LIST_TOTAL), quote.list_total)
    if quote.line_discounts.amount:
        yield row(TotalKind.DISCOUNT, _line_discount_label(words), -quote.line_discounts)
    if quote.proposal_discount.amount:
        yield row(TotalKind.DISCOUNT, _proposal_discount_label(words), -quote.proposal_discount)
    if quote.tax_mode == TaxMode.EXCLUDED and quote.tax.amount:
        yield row(TotalKind.SUBTOTAL, words.say(WITHOUT_TAX), quote.net)
    label = TAX_INCLUDED if quote.tax_mode == TaxMode.INCLUDED else TAX_ADDED
    for rate, tax in sorted(quote.tax_by_rate.items()):
        if tax.amount:
            yield row(TotalKind.TAX, words.say(label, rate=words.percent(rate)), tax)
    yield row(TotalKind.TOTAL, words.say(TOTAL), quote.total)


def _line_discount_label(words: Wording) -> str:
    reason = discount_reason(words)
    return words.say(LINE_DISCOUNTS_FOR, reason=reason) if reason else words.say(LINE_DISCOUNTS)


def _proposal_discount_label(words: Wording) -> str:
    percent = words.percent(words.offer.brief.discount.percent)
    reason = discount_reason(words)
    if reason:
        return words.say(PROPOSAL_DISCOUNT, percent=percent, reason=reason)
    return words.say(PROPOSAL_DISCOUNT_PLAIN, percent=percent)


def discount_reason(words: Wording) -> str:
    """Name the reason of the discount as it stands inside a sentence."""
    key = words.offer.brief.discount.reason
    reason = next((known for known in words.offer.catalogue.discounts if known.key == key), None)
    name = in_language(reason.name, words.language).strip() if reason else ""
    return words.polished(words.inside(name))


def _in_words(words: Wording) -> str:
    quote = words.offer.quote
    text = amount_in_words(quote.total.amount, quote.currency, words.language)
    if quote.tax_mode == TaxMode.EXEMPT:
        return words.say(WORDS_EXEMPT, words=text)
    rates = [rate for rate, tax in quote.tax_by_rate.items() if tax.amount]
    if len(rates) == 1:
        rate, tax = words.percent(rates[0]), words.money(quote.tax)
        return words.say(WORDS_WITH_TAX, words=text, rate=rate, amount=tax)
    return words.say(WORDS_WITH_TAXES if rates else WORDS, words=text)


def _notes(words: Wording) -> Iterator[str]:
    quote = words.offer.quote
    date = format_date(words.valid_until, words.language)
    if quote.proposal_discount.amount:
        percent = words.percent(words.offer.brief.discount.percent)
        yield words.say(DISCOUNT_NOTE, percent=percent, date=date)
    if quote.line_discounts.amount:
        yield words.say(LINE_DISCOUNT_NOTE, date=date)
    if quote.tier_saving.amount > 0:
        yield words.say(TIER_NOTE, amount=words.money(quote.tier_saving))


def _reason(words: Wording) -> Block:
    title, _, text = words.text(Slot.SOLUTION_REASON, "", max_chars=REASON_CHARS).partition("\n")
    if title.strip() and text.strip():
        return Block(title=title.strip().rstrip("."), text=text.strip())
    if title.strip():
        return Block(title=words.say(REASON_TITLE), text=title.strip())
    told = [
        f"{words.inside(label)}{NBSP}— {answer_text(given, words)}"
        for given in words.offer.answers
        if given.told and (label := exact(given.question.label, words.language)) and answer_text(given, words)
    ]
    text = words.say(REASON_TOLD, told="; ".join(told[:MAX_TOLD])) if told else words.say(REASON_PLAIN)
    return Block(title=words.say(REASON_TITLE), text=text)


def tax_share(quote: Quote) -> Decimal:
    """Tell the highest rate of tax in the offer; 0 where none is charged."""
    return max((rate for rate, tax in quote.tax_by_rate.items() if tax.amount), default=Decimal(0))
