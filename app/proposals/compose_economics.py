"""Page 3: when the money is back, or honestly that it is not."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from app.catalog.model import Question, ResultUse
from app.language.dates import format_date, month_year
from app.language.numbers import format_months
from app.personalization.content import Slot
from app.pricing.economics import MONTHS_A_YEAR, Status
from app.pricing.economics import Economics as Figures
from app.problems import N_
from app.proposals.budget import budget_benefits, budget_table, conditions_table
from app.proposals.cash_chart import cash_chart
from app.proposals.compose_context import answer_text, payback_month, status_of, whole_months
from app.proposals.compose_figures import BY_FORMULAS, page_figures
from app.proposals.document import (
    Assumption,
    Block,
    Economics,
    Origin,
    PaybackStatus,
    Row,
    Table,
)
from app.proposals.payback import YEARLY_SAVING
from app.proposals.wording import Wording, exact

LEAD_CHARS = 220
MAX_BENEFITS = 6
MAX_ASSUMPTIONS = 14
LONGEST_DISCOUNTED_MONTHS = 120

SECTION = N_("Economics")
SECTION_BUDGET = N_("Budget")
HEADINGS = {
    PaybackStatus.PAYS_BACK: N_("The money is back in {month}"),
    PaybackStatus.AT_ONCE: N_("A gain from the first month on"),
    PaybackStatus.NEVER: N_("This does not pay for itself in money; here is what it gives"),
    PaybackStatus.UNKNOWN: N_("What your budget is made of"),
}
LEADS = {
    PaybackStatus.PAYS_BACK: N_("Cumulative cash flow over {years}: {saving} saved in the first year."),
    PaybackStatus.AT_ONCE: N_("There is nothing to pay back: {saving} are saved in the first year."),
    PaybackStatus.NEVER: N_("By our calculation the savings do not cover the price, and we say so openly."),
    PaybackStatus.UNKNOWN: N_("Every part of the price, what it includes, and what is agreed."),
}
RESULTS_TITLE = N_("The calculation in figures")
SCENARIOS_TITLE = N_("If conditions change")
BASE = N_("Base calculation")
NEVER = N_("does not pay back")
AT_ONCE = N_("at once")
ASSUMPTIONS_TITLE = N_("What the calculation rests on")
INPUTS_TITLE = N_("What we took into account")
BENEFITS_TITLE = N_("What you get for it")
TOLD = N_("you told us")
ASSUMED = N_("our assumption")
NOTE_ESTIMATE = N_("An estimate on the data above, not a promise of results.")
NOTE_GROWTH = N_("The saving grows by {percent} a year.")
NOTE_RATE = N_("Discounted at {percent} a year.")
NOTE_DISCOUNTED = N_("With discounting the money is back in {months}.")
NOTE_BEYOND = N_("The money is back later than the {years} looked at.")
NOTE_NOT_DISCOUNTED = N_("With discounting it is not back within ten years.")
NOTE_NO_DATA = N_("A few figures of yours are enough to calculate the payback, too: call {phone}.")
NOTE_BUDGET = N_("All prices hold until {date}.")


def economics(words: Wording) -> Economics:
    """Compose the page for what can truly be claimed."""
    status = status_of(words.offer)
    chart = cash_chart(words) if status in {PaybackStatus.PAYS_BACK, PaybackStatus.AT_ONCE} else None
    results = _results_table(words)
    benefits = _benefits(words, status)
    counted = words.offer.economics is not None
    assumptions = tuple(_assumptions(words, assumed=counted or results is not None))
    return Economics(
        section=words.say(SECTION if counted else SECTION_BUDGET),
        heading=_heading(words, status),
        lead=_lead(words, status),
        status=status,
        figures=page_figures(words),
        chart=chart,
        before_after=results or budget_table(words),
        scenarios=_scenarios(words) or (conditions_table(words) if chart is None else None),
        assumptions_title=words.say(ASSUMPTIONS_TITLE if counted else INPUTS_TITLE) if assumptions else "",
        assumptions=assumptions,
        benefits_title=words.say(BENEFITS_TITLE) if benefits else "",
        benefits=benefits,
        note=" ".join(_notes(words, status)),
    )


def _heading(words: Wording, status: PaybackStatus) -> str:
    figures = words.offer.economics
    month = ""
    if figures is not None and status is PaybackStatus.PAYS_BACK:
        month = month_year(payback_month(figures, words.today), words.language, case="locative")
    default = words.say(HEADINGS[status], month=month)
    return words.text(
        Slot.ECONOMICS_HEADING, default, max_chars=80, only_conditioned=status is PaybackStatus.NEVER
    )


def _lead(words: Wording, status: PaybackStatus) -> str:
    figures = words.offer.economics
    saving = words.whole_money(figures.yearly_saving) if figures else ""
    years = words.count(Decimal(figures.horizon_months) / MONTHS_A_YEAR, "year") if figures else ""
    default = words.say(LEADS[status], saving=saving, years=years)
    return words.text(
        Slot.ECONOMICS_LEAD,
        default,
        max_chars=LEAD_CHARS,
        only_conditioned=status is PaybackStatus.NEVER,
    )


def _results_table(words: Wording) -> Table | None:
    results = words.offer.results
    rows = tuple(
        Row(
            label=label,
            text=text,
            value=words.offer.number(result.key),
            strong=result.key == YEARLY_SAVING,
        )
        for result in words.offer.catalogue.results
        if ResultUse.TABLE in result.uses
        and result.key in results
        and (label := words.own(result.label))
        and (text := words.result_text(result, results[result.key]))
    )
    return Table(title=words.say(RESULTS_TITLE), rows=rows) if rows else None


def _scenarios(words: Wording) -> Table | None:
    base = words.offer.economics
    if base is None:
        return None
    rows = [
        Row(
            label=label,
            text=payback_text(outcome.economics, words),
            value=outcome.economics.payback_months,
        )
        for outcome in words.offer.scenarios
        if outcome.economics is not None and (label := words.own(outcome.scenario.label))
    ]
    if not rows:
        return None
    rows.append(
        Row(label=words.say(BASE), text=payback_text(base, words), value=base.payback_months, strong=True)
    )
    return Table(title=words.say(SCENARIOS_TITLE), rows=tuple(rows))


def payback_text(figures: Figures, words: Wording) -> str:
    """Say when the money is back: «11 місяців», «одразу» or «не окупається»."""
    if figures.status is Status.NEVER or figures.payback_months is None:
        return words.say(NEVER)
    if figures.status is Status.AT_ONCE:
        return words.say(AT_ONCE)
    return format_months(whole_months(figures.payback_months), words.language)


def _assumptions(words: Wording, *, assumed: bool) -> Iterator[Assumption]:
    """Yield the answers; those nobody gave only where something was calculated with them."""
    answers = [given for given in words.offer.answers if given.told or assumed]
    for given in answers[:MAX_ASSUMPTIONS]:
        label = _label(given.question, words)
        text = answer_text(given, words)
        if label and text:
            yield Assumption(
                label=label,
                text=text,
                origin=Origin.TOLD if given.told else Origin.ASSUMED,
                source=words.say(TOLD if given.told else ASSUMED),
            )


def _label(question: Question, words: Wording) -> str:
    return words.polished(exact(question.label, words.language) or exact(question.ask, words.language))


def _benefits(words: Wording, status: PaybackStatus) -> tuple[Block, ...]:
    blocks = []
    for paragraph in words.text(Slot.ECONOMICS_BENEFITS, "").split("\n\n"):
        title, _, text = paragraph.strip().partition("\n")
        if title and text.strip():
            blocks.append(Block(title=title.strip(), text=text.strip()))
        elif title:
            blocks.append(Block(title="", text=title))
    if blocks or status in {PaybackStatus.PAYS_BACK, PaybackStatus.AT_ONCE}:
        return tuple(blocks[:MAX_BENEFITS])
    return budget_benefits(words)


def _notes(words: Wording, status: PaybackStatus) -> Iterator[str]:
    figures = words.offer.economics
    if figures is None:
        asks = any(result.key == YEARLY_SAVING for result in words.offer.catalogue.results)
        missing = any(given.value is None for given in words.offer.answers)
        if asks and missing and words.manager.phone:
            yield words.say(NOTE_NO_DATA, phone=words.manager.phone)
        yield words.say(NOTE_BUDGET, date=format_date(words.valid_until, words.language))
        return
    if status is PaybackStatus.PAYS_BACK and not figures.within_horizon:
        years = words.count(Decimal(figures.horizon_months) / MONTHS_A_YEAR, "year")
        yield words.say(NOTE_BEYOND, years=years)
    if figures.growth_percent > 0 and figures.yearly_saving > 0:
        yield words.say(NOTE_GROWTH, percent=words.percent(round(figures.growth_percent, 1)))
    if figures.discount_rate_percent > 0 and status is PaybackStatus.PAYS_BACK:
        yield words.say(NOTE_RATE, percent=words.percent(round(figures.discount_rate_percent, 1)))
        yield from _discounted(figures, words)
    yield words.say(NOTE_ESTIMATE)
    yield words.say(BY_FORMULAS, version=words.offer.catalogue.version)[:1].upper() + (
        words.say(BY_FORMULAS, version=words.offer.catalogue.version)[1:] + "."
    )


def _discounted(figures: Figures, words: Wording) -> Iterator[str]:
    months = figures.discounted_payback_months
    if months is None or months > LONGEST_DISCOUNTED_MONTHS:
        yield words.say(NOTE_NOT_DISCOUNTED)
    elif months:
        whole = months.to_integral_value(ROUND_CEILING)
        yield words.say(NOTE_DISCOUNTED, months=format_months(whole, words.language))
