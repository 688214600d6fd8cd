"""The economics of an offer from the results of its calculation."""

from collections.abc import Mapping
from decimal import Decimal

from app.catalog.model import Catalogue
from app.pricing.economics import Economics, evaluate
from app.pricing.money import Money
from app.proposals.offer import ResultValue

YEARLY_SAVING = "yearly_saving"
INVESTMENT = "investment"
GROWTH = "saving_growth_percent"
DISCOUNT_RATE = "discount_rate_percent"
HORIZON = "horizon_years"
ECONOMIC_RESULTS = (YEARLY_SAVING, INVESTMENT, GROWTH, DISCOUNT_RATE, HORIZON)

DEFAULT_HORIZON_YEARS = Decimal(3)
HUNDRED = Decimal(100)
LEAST_PERCENT = Decimal(-99)


def work_out(
    catalogue: Catalogue, results: Mapping[str, ResultValue], *, total: Money, rate: Decimal
) -> Economics | None:
    """Work out what the offer is worth to the client, in the offer's currency.

    `results` are as the calculation gives them: money in the catalogue's currency, `rate` units of
    which one unit of the offer's currency costs; per cents as fractions. None without a yearly
    saving, or where an input that the workbook has was left out: a figure built on half of the
    inputs would be made up.
    """
    declared = {result.key for result in catalogue.results}
    if any(key in declared and not isinstance(results.get(key), Decimal) for key in ECONOMIC_RESULTS):
        return None
    numbers = {key: value for key, value in results.items() if isinstance(value, Decimal)}
    if YEARLY_SAVING not in numbers:
        return None
    return evaluate(
        investment=numbers[INVESTMENT] / rate if INVESTMENT in numbers else total.amount,
        yearly_saving=numbers[YEARLY_SAVING] / rate,
        growth_percent=numbers.get(GROWTH, Decimal(0)) * HUNDRED,
        discount_rate_percent=max(numbers.get(DISCOUNT_RATE, Decimal(0)) * HUNDRED, LEAST_PERCENT),
        horizon_years=numbers.get(HORIZON, DEFAULT_HORIZON_YEARS),
    )
