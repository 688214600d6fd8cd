"""From a brief to an offer: priced, calculated, with what to recommend. Nothing is drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from app.catalog.answers import Answered, CellValue, answer_inputs, read_answers
from app.catalog.calculator import Calculation, CalculatorRun, calculate
from app.catalog.line_rows import filled_rows
from app.catalog.model import Catalogue, Item
from app.catalog.scenarios import change_answers
from app.catalog.service import published_catalogue
from app.instance import Instance
from app.leads.basket import PastBasket
from app.leads.history import baskets
from app.pipeline.calculating import (
    calculation_problems,
    line_inputs,
    line_problems,
    payback_change,
    read_results,
    result_cells,
)
from app.pricing.economics import Economics
from app.pricing.money import Money
from app.pricing.quote import LineInput, Quote, price
from app.problems import Problem, ProblemsError
from app.proposals.brief import Brief, BriefLine
from app.proposals.check import check_brief, conflicts, missing_to_send, still_to_ask
from app.proposals.defaults import currency_of, industry_of, language_of, role_of
from app.proposals.offer import Offer, ScenarioOutcome, Suggestion
from app.proposals.payback import work_out
from app.proposals.problems import BriefProblem
from app.recommendations.evidence import Recommendation
from app.recommendations.ranking import recommend

IN_THE_WAY = frozenset(
    {
        BriefProblem.UNKNOWN_SKU,
        BriefProblem.EMPTY_CATALOGUE,
        BriefProblem.UNKNOWN_LANGUAGE,
        BriefProblem.UNKNOWN_CURRENCY,
    }
)
"""Problems with which nothing can be priced; all others only stand between the offer and Send."""


def evaluate(instance: Instance, brief: Brief, *, role: str) -> Offer:
    """Price and calculate the brief for a person of that role.

    Raises ProblemsError, with every problem, where nothing can be priced; otherwise they are in `missing`.
    """
    with instance.database.session() as session:
        catalogue = published_catalogue(session, brief.catalog)
        history = baskets(session, catalogue.key)
    return build_offer(instance, brief, catalogue=catalogue, history=history, role=role)


def build_offer(
    instance: Instance,
    brief: Brief,
    *,
    catalogue: Catalogue,
    history: Sequence[PastBasket],
    role: str | None,
    today: date | None = None,
) -> Offer:
    """The same, with catalogue and history at hand; `today` is what the workbook's TODAY() gives."""
    problems = check_brief(brief, catalogue, role=role)
    if any(problem.code in IN_THE_WAY for problem in problems):
        raise ProblemsError(problems)
    language = language_of(brief)
    pricing = _Pricing(brief, catalogue)
    answered, _ = read_answers(catalogue, brief.answers, language)
    industry = industry_of(brief, catalogue)
    recommended = recommend(
        catalogue,
        [line.sku for line in brief.lines],
        history,
        industry.key if industry else None,
    )
    study = _Study(instance, pricing, answered, recommended, today)
    base = study.base
    return Offer(
        brief=brief,
        catalogue=catalogue,
        language=language,
        currency=pricing.currency,
        quote=pricing.quote,
        industry=industry,
        role=role_of(brief, catalogue),
        answers=answered,
        results=read_results(catalogue, base),
        economics=study.economics,
        scenarios=study.scenarios,
        recommendations=study.suggestions,
        missing=(*(p for p in problems if not p.code.warning), *missing_to_send(brief)),
        warnings=(
            *(p for p in problems if p.code.warning),
            *conflicts(brief, catalogue, language),
            *still_to_ask(brief, catalogue),
            *line_problems(catalogue.line_cells, pricing.quote),
            *calculation_problems(catalogue, base, language),
        ),
    )


class _Pricing:
    """The quote of a brief, and what it would be with one item more."""

    def __init__(self, brief: Brief, catalogue: Catalogue) -> None:
        self.brief = brief
        self.catalogue = catalogue
        self.currency = currency_of(brief, catalogue)
        same = self.currency == catalogue.currency
        self.rate = Decimal(1) if same else catalogue.rates[self.currency]
        self._price = partial(
            price,
            currency=self.currency,
            rate=self.rate,
            tax_mode=catalogue.tax_mode,
            proposal_discount_percent=brief.discount.percent,
        )
        self._lines = [self._input(catalogue.items[line.sku], line) for line in brief.lines]
        self.quote: Quote = self._price(self._lines)

    def quote_with(self, item: Item) -> Quote:
        """The quote if the least quantity of that item were added."""
        line = BriefLine(sku=item.sku, quantity=item.minimum_quantity)
        return self._price([*self._lines, self._input(item, line)])

    def _input(self, item: Item, line: BriefLine) -> LineInput:
        tax = self.catalogue.tax_percent if item.tax_percent is None else item.tax_percent
        return LineInput(
            sku=item.sku,
            quantity=line.quantity,
            list_price=item.list_price,
            tiers=item.tiers,
            tax_percent=tax,
            cost=item.cost,
            discount_percent=line.discount_percent,
        )


@dataclass(frozen=True, slots=True)
class _Case:
    """One calculation to make: a change of answers, or one item more."""

    quote: Quote
    answered: tuple[Answered, ...] | None


class _Study:
    """The offer as it is, each scenario and each recommendation, calculated in one call."""

    def __init__(
        self,
        instance: Instance,
        pricing: _Pricing,
        answered: tuple[Answered, ...],
        recommended: Sequence[Recommendation],
        today: date | None,
    ) -> None:
        self._today = today
        self._pricing = pricing
        self._recommended = recommended
        self._catalogue = pricing.catalogue
        self._cases = (
            _Case(pricing.quote, answered),
            *(
                _Case(pricing.quote, change_answers(scenario, answered))
                for scenario in self._catalogue.scenarios
            ),
            *(_Case(pricing.quote_with(entry.item), answered) for entry in recommended),
        )
        self._calculations = self._calculate(instance)
        self.base = self._calculations[0] or Calculation()
        self.economics = self._work_out(0)

    @property
    def scenarios(self) -> tuple[ScenarioOutcome, ...]:
        """What becomes of the offer in each scenario."""
        return tuple(
            ScenarioOutcome(scenario, self._work_out(place), self._results(place))
            for place, scenario in enumerate(self._catalogue.scenarios, start=1)
        )

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """What each recommendation costs and does."""
        first = 1 + len(self._catalogue.scenarios)
        return tuple(self._suggestion(first + place, entry) for place, entry in enumerate(self._recommended))

    def _suggestion(self, place: int, entry: Recommendation) -> Suggestion:
        pricing, quote = self._pricing, self._cases[place].quote
        return Suggestion(
            recommendation=entry,
            price=Money.rounded(entry.item.list_price / pricing.rate, pricing.currency),
            total_change=quote.total - pricing.quote.total,
            payback_change=payback_change(self.economics, self._work_out(place)),
        )

    def _calculate(self, instance: Instance) -> list[Calculation | None]:
        cells = result_cells(self._catalogue)
        if not cells:
            return [None] * len(self._cases)
        filled = filled_rows(
            instance.sandbox,
            self._catalogue.workbook,
            lambda: instance.storage.get(self._catalogue.workbook),
            self._catalogue.line_cells,
        )
        # Scenarios share the offer's quote: its cells are worked out once.
        quotes = {id(case.quote): case.quote for case in self._cases}
        inputs = {key: self._line_inputs(quote, filled) for key, quote in quotes.items()}
        runs = [self._run(case, inputs[id(case.quote)]) for case in self._cases]
        made = iter(
            calculate(
                instance.sandbox,
                instance.storage,
                self._catalogue.workbook,
                runs=tuple(run for run in runs if run),
                outputs=cells,
                today=self._today,
            )
        )
        return [next(made) if run else None for run in runs]

    def _line_inputs(self, quote: Quote, filled: int) -> Mapping[str, CellValue]:
        return line_inputs(self._catalogue.line_cells, quote, rate=self._pricing.rate, filled_rows=filled)

    def _run(self, case: _Case, lines: Mapping[str, CellValue]) -> CalculatorRun | None:
        if case.answered is None:
            return None
        return CalculatorRun(inputs={**answer_inputs(case.answered), **lines})

    def _results(self, place: int) -> dict[str, Decimal | str | bool]:
        calculation = self._calculations[place]
        return read_results(self._catalogue, calculation) if calculation else {}

    def _work_out(self, place: int) -> Economics | None:
        results, total = self._results(place), self._cases[place].quote.total
        return work_out(self._catalogue, results, total=total, rate=self._pricing.rate)


def open_problems(offer: Offer) -> tuple[Problem, ...]:
    """What must be mended before pages can be made; an address is needed only to send."""
    return tuple(problem for problem in offer.missing if problem.place != "contact.email")
