from decimal import Decimal

import ironcalc
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.pricing.economics import Economics, Status, evaluate


def make_economics(**changes: object) -> Economics:
    figures = {"investment": Decimal(1200), "yearly_saving": Decimal(1200), "horizon_years": 3}
    return evaluate(**{**figures, **changes})  # type: ignore[arg-type]


def excel_npv(rate: float, flows: list[float]) -> float:
    """Excel's NPV(): the first flow is discounted once."""
    return sum(flow / (1 + rate) ** period for period, flow in enumerate(flows, 1))


def test_an_even_saving_pays_back_by_simple_division() -> None:
    economics = make_economics(investment=Decimal(1000))
    assert economics.status is Status.PAYS_BACK
    assert economics.payback_months == Decimal("10.00")
    assert economics.monthly_saving == 100
    assert economics.total_saving == 3600
    assert economics.roi_percent == Decimal("260.0000")


@pytest.mark.parametrize(
    ("investment", "growth", "months"),
    [
        ("50", "0", "0.50"),
        ("1050", "0", "10.50"),
        ("1200", "0", "12.00"),
        ("1310", "10", "13.00"),
        ("2520", "10", "24.00"),
        ("3600", "0", "36.00"),
        ("6000", "0", "60.00"),
        ("1800", "-50", "24.00"),
    ],
)
def test_payback_is_interpolated_within_its_month(investment: str, growth: str, months: str) -> None:
    economics = make_economics(investment=Decimal(investment), growth_percent=Decimal(growth))
    assert economics.payback_months == Decimal(months)


def test_payback_beyond_the_horizon_is_told_and_called_so() -> None:
    late = make_economics(investment=Decimal(6000))
    assert (late.status, late.payback_months, late.within_horizon) == (Status.PAYS_BACK, 60, False)
    assert make_economics().within_horizon


@pytest.mark.parametrize(
    ("investment", "saving", "growth"),
    [
        ("1000", "0", "0"),
        ("1000", "-5", "0"),
        ("100000", "100", "0"),
        ("5000", "1200", "-50"),
        ("0", "0", "0"),
        ("0", "-1", "0"),
    ],
)
def test_what_never_pays_back_is_said_to_never_do(investment: str, saving: str, growth: str) -> None:
    economics = make_economics(
        investment=Decimal(investment), yearly_saving=Decimal(saving), growth_percent=Decimal(growth)
    )
    assert economics.status is Status.NEVER
    assert economics.payback_months is None
    assert economics.discounted_payback_months is None
    assert not economics.within_horizon


@pytest.mark.parametrize("investment", ["0", "-500"])
def test_what_costs_nothing_pays_back_at_once(investment: str) -> None:
    economics = make_economics(investment=Decimal(investment))
    assert (economics.status, economics.payback_months) == (Status.AT_ONCE, 0)
    assert (economics.roi_percent, economics.irr_percent) == (None, None)
    assert economics.npv == 3600 - Decimal(investment)


def test_money_discounted_comes_back_later_or_not_at_all() -> None:
    economics = make_economics(investment=Decimal(3000), discount_rate_percent=Decimal(12))
    assert economics.payback_months == Decimal("30.00")
    # By hand: a month's factor is 1.12^(-1/12) = 0.990600398; the annuity reaches 3000 in month 35.
    monthly = 1.12 ** (1 / 12) - 1
    balance, months = 3000.0, 0
    while balance > 100 / (1 + monthly) ** (months + 1):
        months += 1
        balance -= 100 / (1 + monthly) ** months
    exact = months + balance / (100 / (1 + monthly) ** (months + 1))
    assert float(economics.discounted_payback_months or 0) == pytest.approx(exact, abs=0.005)
    never = make_economics(investment=Decimal(12000), discount_rate_percent=Decimal(12))
    assert never.payback_months == 120
    assert never.discounted_payback_months is None


def test_npv_equals_a_spreadsheet_s_sum_of_discounted_months() -> None:
    economics = make_economics(growth_percent=Decimal(5), discount_rate_percent=Decimal(15))
    flows = [100 * 1.05 ** (month // 12) for month in range(36)]
    monthly_rate = 1.15 ** (1 / 12) - 1
    assert float(economics.npv) == pytest.approx(excel_npv(monthly_rate, flows) - 1200, rel=1e-12)


def test_npv_without_a_rate_is_the_plain_sum() -> None:
    assert make_economics().npv == 2400


@pytest.mark.parametrize(
    ("investment", "years", "irr"),
    [
        # 1000 = 100·(1 − (1 + r)^−12) / r has r = 2.92285… % a month, and 1.0292285^12 = 1.412999.
        ("1000", 1, "41.2999"),
        ("1200", 1, "0.0000"),
        # Twelve times 100 for 1500: r = −3.27650… % a month.
        ("1500", 1, "-32.9523"),
    ],
)
def test_irr_is_the_effective_yearly_rate(investment: str, years: int, irr: str) -> None:
    economics = make_economics(investment=Decimal(investment), horizon_years=years)
    assert economics.irr_percent == pytest.approx(Decimal(irr), abs=Decimal("0.001"))


@pytest.mark.parametrize(
    ("investment", "saving", "growth", "rate", "years"),
    [
        (1284000, 1400000, 5, 12, 3),
        (500000, 90000, 8, 18, 10),
        (75000, 300000, -20, 7, 2),
        (990, 120, 0, 0, 5),
    ],
)
def test_npv_and_irr_are_what_a_spreadsheet_s_own_functions_give(
    investment: int, saving: int, growth: int, rate: int, years: int
) -> None:
    economics = evaluate(
        investment=Decimal(investment),
        yearly_saving=Decimal(saving),
        growth_percent=Decimal(growth),
        discount_rate_percent=Decimal(rate),
        horizon_years=years,
    )
    sheet = ironcalc.create("economics")
    sheet.set_user_input(0, 1, 1, str(-investment))
    for month in range(1, 12 * years + 1):
        sheet.set_user_input(0, month + 1, 1, f"={saving}/12*(1+{growth}%)^INT({month - 1}/12)")
    last = 12 * years + 1
    sheet.set_user_input(0, 1, 2, f"=A1+NPV((1+{rate}%)^(1/12)-1,A2:A{last})")
    sheet.set_user_input(0, 2, 2, f"=((1+IRR(A1:A{last},0.01))^12-1)*100")
    sheet.evaluate()
    assert float(economics.npv) == pytest.approx(sheet.get_cell_value(0, 1, 2), rel=1e-9)
    assert float(economics.irr_percent or 0) == pytest.approx(sheet.get_cell_value(0, 2, 2), abs=1e-4)


def test_an_absurd_irr_is_left_out() -> None:
    assert make_economics(investment=Decimal("0.01")).irr_percent is None


def test_the_cash_flow_starts_with_the_investment_and_ends_at_the_horizon() -> None:
    economics = make_economics(investment=Decimal(1000), growth_percent=Decimal(10), horizon_years=2)
    assert len(economics.cash_flow) == 25
    assert economics.cash_flow[0] == -1000
    assert economics.cash_flow[12] == 200
    assert economics.cash_flow[24] == 200 + 1320


@pytest.mark.parametrize(
    ("years", "months"), [("0", 1), ("0.5", 6), ("2.5", 30), ("3", 36), ("99", 600), ("-1", 1)]
)
def test_the_horizon_is_kept_between_a_month_and_fifty_years(years: str, months: int) -> None:
    assert make_economics(horizon_years=Decimal(years)).horizon_months == months


def test_a_saving_that_shrinks_by_more_than_itself_ends() -> None:
    economics = make_economics(growth_percent=Decimal(-150))
    assert economics.cash_flow[36] == economics.cash_flow[12] == 0


def test_a_discount_rate_of_minus_everything_is_refused() -> None:
    with pytest.raises(ValueError, match="-100 %"):
        make_economics(discount_rate_percent=Decimal(-100))


AMOUNTS = st.decimals(min_value=1, max_value=10**8, places=2)
RATES = st.decimals(min_value=0, max_value=60, places=1)
GROWTHS = st.decimals(min_value=-60, max_value=60, places=1)
YEARS = st.integers(min_value=1, max_value=10)


@given(AMOUNTS, AMOUNTS, GROWTHS, RATES, YEARS)
def test_the_figures_never_contradict_each_other(
    investment: Decimal, saving: Decimal, growth: Decimal, rate: Decimal, years: int
) -> None:
    economics = evaluate(
        investment=investment,
        yearly_saving=saving,
        growth_percent=growth,
        discount_rate_percent=rate,
        horizon_years=years,
    )
    back = economics.payback_months
    assert (economics.status is Status.NEVER) == (back is None)
    if back is not None and back < economics.horizon_months:
        before, after = int(back), int(back) + 1
        assert economics.cash_flow[before] <= saving / 100
        assert economics.cash_flow[after] >= -saving / 100
    if economics.discounted_payback_months is not None:
        assert back is not None
        assert economics.discounted_payback_months >= back
    assert economics.npv <= economics.cash_flow[-1]
    if economics.roi_percent is not None and economics.cash_flow[-1] > 0:
        assert economics.roi_percent >= 0


@given(AMOUNTS, AMOUNTS, GROWTHS, YEARS)
def test_npv_at_the_irr_is_zero(investment: Decimal, saving: Decimal, growth: Decimal, years: int) -> None:
    economics = evaluate(
        investment=investment, yearly_saving=saving, growth_percent=growth, horizon_years=years
    )
    assume(economics.irr_percent is not None and Decimal(-90) < economics.irr_percent < Decimal(2000))
    assert economics.irr_percent is not None
    again = evaluate(
        investment=investment,
        yearly_saving=saving,
        growth_percent=growth,
        horizon_years=years,
        discount_rate_percent=economics.irr_percent,
    )
    assert abs(again.npv) <= max(investment, saving * years) * Decimal("0.0001")
