from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalog.model import TaxMode, Tier
from app.pricing.money import Money
from app.pricing.quote import LineInput, Quote, price


def make_line(**changes: object) -> LineInput:
    line = {"sku": "VK-55", "quantity": Decimal(1), "list_price": Decimal(1000), "tax_percent": Decimal(20)}
    return LineInput(**{**line, **changes})  # type: ignore[arg-type]


def make_quote(*lines: LineInput, **changes: object) -> Quote:
    settings = {"currency": "UAH", "rate": Decimal(1), "tax_mode": TaxMode.INCLUDED}
    return price(lines, **{**settings, **changes})  # type: ignore[arg-type]


def uah(amount: str) -> Money:
    return Money.rounded(Decimal(amount), "UAH")


@pytest.mark.parametrize(
    ("mode", "net", "tax", "total"),
    [
        (TaxMode.INCLUDED, "833.33", "166.67", "1000.00"),
        (TaxMode.EXCLUDED, "1000.00", "200.00", "1200.00"),
        (TaxMode.EXEMPT, "1000.00", "0.00", "1000.00"),
    ],
)
def test_tax_is_taken_out_put_on_top_or_left_away(mode: TaxMode, net: str, tax: str, total: str) -> None:
    quote = make_quote(make_line(), tax_mode=mode)
    assert (quote.net, quote.tax, quote.total) == (uah(net), uah(tax), uah(total))
    assert quote.tax_mode == mode.value
    assert quote.tax_by_rate == ({} if mode is TaxMode.EXEMPT else {Decimal(20): uah(tax)})


def test_tax_is_kept_apart_by_rate_and_rounded_once_a_rate() -> None:
    lines = [make_line(list_price=Decimal("0.03")) for _ in range(3)]
    lines += [make_line(list_price=Decimal(107), tax_percent=Decimal(7)), make_line(tax_percent=Decimal(0))]
    quote = make_quote(*lines)
    assert quote.tax_by_rate == {Decimal(0): uah("0"), Decimal(7): uah("7"), Decimal(20): uah("0.02")}
    assert quote.tax == uah("7.02")
    assert [line.tax for line in quote.lines] == [uah("0.01"), uah("0.01"), uah("0"), uah("7"), uah("0")]


@pytest.mark.parametrize(
    ("quantity", "unit_price"),
    [("1", "100"), ("9.999", "100"), ("10", "90"), ("49", "90"), ("50", "80"), ("1000", "80")],
)
def test_a_quantity_gets_the_price_of_the_highest_tier_it_reaches(quantity: str, unit_price: str) -> None:
    tiers = (Tier(Decimal(50), Decimal(80)), Tier(Decimal(10), Decimal(90)))
    line = make_line(quantity=Decimal(quantity), list_price=Decimal(100), tiers=tiers)
    priced = make_quote(line).lines[0]
    assert priced.unit_price == uah(unit_price)
    assert priced.list_price == uah("100")
    assert priced.tiered is (unit_price != "100")


def test_the_same_item_on_two_lines_keeps_each_line_s_own_tier() -> None:
    tiers = (Tier(Decimal(10), Decimal(90)),)
    lines = [make_line(quantity=Decimal(6), list_price=Decimal(100), tiers=tiers) for _ in range(2)]
    quote = make_quote(*lines)
    assert quote.total == uah("1200")
    assert quote.tier_saving == uah("0")


def test_what_tiers_save_is_told_apart_from_discounts() -> None:
    tiers = (Tier(Decimal(10), Decimal(90)),)
    quote = make_quote(make_line(quantity=Decimal(10), list_price=Decimal(100), tiers=tiers))
    assert (quote.tier_saving, quote.list_total, quote.discounts) == (uah("100"), uah("900"), uah("0"))


def test_a_line_discount_is_of_the_line_s_rounded_gross() -> None:
    line = make_line(quantity=Decimal(3), list_price=Decimal("33.335"), discount_percent=Decimal(7))
    priced = make_quote(line).lines[0]
    assert (priced.unit_price, priced.gross) == (uah("33.34"), uah("100.02"))
    assert (priced.discount, priced.sum) == (uah("7.00"), uah("93.02"))


def test_a_proposal_discount_is_shared_to_the_last_kopeck() -> None:
    lines = [
        make_line(list_price=Decimal("33.33")),
        make_line(list_price=Decimal("33.33")),
        make_line(list_price=Decimal("33.34")),
    ]
    quote = make_quote(*lines, proposal_discount_percent=Decimal(10))
    assert quote.proposal_discount == uah("10")
    assert [line.proposal_discount for line in quote.lines] == [uah("3.33"), uah("3.33"), uah("3.34")]
    assert quote.subtotal == quote.total == uah("90")


def test_both_discounts_follow_each_other() -> None:
    quote = make_quote(make_line(discount_percent=Decimal(7)), proposal_discount_percent=Decimal(5))
    assert (quote.line_discounts, quote.proposal_discount, quote.total) == (
        uah("70"),
        uah("46.50"),
        uah("883.50"),
    )
    assert quote.discounts == uah("116.50")


def test_prices_are_converted_and_rounded_before_they_are_multiplied() -> None:
    quote = make_quote(
        make_line(quantity=Decimal(3), cost=Decimal(500)), currency="USD", rate=Decimal("41.30")
    )
    line = quote.lines[0]
    assert line.unit_price == Money.rounded(Decimal("24.21"), "USD")
    assert line.sum == Money.rounded(Decimal("72.63"), "USD")
    assert line.cost == Money.rounded(Decimal("36.32"), "USD")


def test_a_currency_without_minor_units_has_whole_sums() -> None:
    quote = make_quote(make_line(discount_percent=Decimal("3.3")), currency="JPY", rate=Decimal("0.27"))
    assert quote.total.amount == quote.total.amount.to_integral_value()
    assert str(quote.total.amount) == "3582"


def test_cost_and_margin_are_of_the_net_sum() -> None:
    quote = make_quote(make_line(cost=Decimal(600)), make_line(cost=Decimal("0.00"), list_price=Decimal(0)))
    assert (quote.cost, quote.margin, quote.margin_percent) == (uah("600"), uah("233.33"), Decimal("28.00"))
    assert quote.lines[0].margin == uah("233.33")


def test_a_loss_is_a_negative_margin() -> None:
    quote = make_quote(
        make_line(cost=Decimal(1000)), tax_mode=TaxMode.EXEMPT, proposal_discount_percent=Decimal(10)
    )
    assert (quote.margin, quote.margin_percent) == (uah("-100"), Decimal("-11.11"))


def test_one_unknown_cost_makes_the_margin_unknown() -> None:
    quote = make_quote(make_line(cost=Decimal(600)), make_line())
    assert (quote.cost, quote.margin, quote.margin_percent) == (None, None, None)
    assert quote.lines[1].margin is None


def test_a_free_offer_has_no_margin_in_per_cent() -> None:
    quote = make_quote(make_line(cost=Decimal(600), discount_percent=Decimal(100)))
    assert (quote.total, quote.margin, quote.margin_percent) == (uah("0"), uah("-600"), None)


def test_an_offer_without_lines_costs_nothing() -> None:
    quote = make_quote(proposal_discount_percent=Decimal(10))
    assert (quote.total, quote.tax, quote.lines) == (uah("0"), uah("0"), ())


def test_what_a_unit_costs_after_all_discounts() -> None:
    line = make_line(quantity=Decimal(3), discount_percent=Decimal(10))
    assert make_quote(line, proposal_discount_percent=Decimal(10)).lines[0].final_price == uah("810")


PRICES = st.decimals(min_value=0, max_value=10**7, places=2)
PERCENTS = st.decimals(min_value=0, max_value=100, places=2)
LINES = st.builds(
    LineInput,
    sku=st.just("A"),
    quantity=st.decimals(min_value=Decimal("0.001"), max_value=10_000, places=3),
    list_price=PRICES,
    tiers=st.lists(
        st.builds(Tier, st.decimals(min_value=1, max_value=100, places=0), PRICES), max_size=3
    ).map(tuple),
    tax_percent=st.sampled_from([Decimal(0), Decimal(7), Decimal(14), Decimal(20), Decimal("22.5")]),
    cost=st.none() | PRICES,
    discount_percent=PERCENTS,
)


def _sum(quote: Quote, name: str) -> Money:
    return sum((getattr(line, name) for line in quote.lines), Money.zero(quote.currency))


@given(
    st.lists(LINES, min_size=1, max_size=30),
    st.sampled_from(TaxMode),
    PERCENTS,
    st.sampled_from([("UAH", "1"), ("USD", "41.35"), ("KZT", "0.085"), ("JPY", "0.27")]),
)
def test_lines_sum_to_totals_exactly(
    lines: Sequence[LineInput], mode: TaxMode, discount: Decimal, money: tuple[str, str]
) -> None:
    currency, rate = money
    quote = make_quote(
        *lines, tax_mode=mode, proposal_discount_percent=discount, currency=currency, rate=Decimal(rate)
    )
    pairs = {
        "gross": quote.list_total,
        "discount": quote.line_discounts,
        "proposal_discount": quote.proposal_discount,
        "final": quote.subtotal,
        "net": quote.net,
        "tax": quote.tax,
        "total": quote.total,
    }
    for name, total in pairs.items():
        assert _sum(quote, name) == total
        assert total == Money.rounded(total.amount, currency)
    assert quote.list_total - quote.line_discounts - quote.proposal_discount == quote.subtotal
    assert quote.net + quote.tax == quote.total
    assert quote.tax == sum(quote.tax_by_rate.values(), Money.zero(currency))
    assert quote.subtotal == (quote.net if mode is TaxMode.EXCLUDED else quote.total)
    for line in quote.lines:
        assert line.gross - line.discount - line.proposal_discount == line.final
        assert line.net + line.tax == line.total
        assert min(line.final.amount, line.net.amount, line.tax.amount, line.proposal_discount.amount) >= 0


@given(st.lists(LINES, min_size=1, max_size=10), st.sampled_from([TaxMode.INCLUDED, TaxMode.EXCLUDED]))
def test_tax_of_a_rate_is_within_half_a_unit_of_the_exact_one(
    lines: Sequence[LineInput], mode: TaxMode
) -> None:
    quote = make_quote(*lines, tax_mode=mode)
    for rate, tax in quote.tax_by_rate.items():
        base = sum(line.final.amount for line in quote.lines if line.tax_percent == rate)
        exact = base * rate / (100 + rate if mode is TaxMode.INCLUDED else 100)
        assert tax.amount == exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


@given(st.lists(LINES, min_size=1, max_size=10), PERCENTS)
def test_a_line_s_share_of_the_discount_is_fair_to_a_unit(
    lines: Sequence[LineInput], discount: Decimal
) -> None:
    quote = make_quote(*lines, proposal_discount_percent=discount)
    base = sum(line.sum.amount for line in quote.lines)
    for line in quote.lines:
        if base:
            exact = quote.proposal_discount.amount * line.sum.amount / base
            assert abs(line.proposal_discount.amount - exact) < Decimal("0.01")
