"""Page 3 says when the money is back, or honestly that it is not, and is a full page either way."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from app.catalog.model import TermsText
from app.language.numbers import NBSP
from app.proposals.compose_economics import MAX_ASSUMPTIONS
from app.proposals.document import Document, Economics, Origin, PaybackStatus
from app.proposals.payback import work_out
from tests.builders.proposals import RESULTS, make_brief, make_document, make_offer
from tests.builders.saws import make_block, make_catalogue, make_item, texts

NEVER = {**RESULTS, "yearly_saving": Decimal(-5)}
AT_ONCE = {**RESULTS, "investment": Decimal(0)}
LATE = {**RESULTS, "yearly_saving": Decimal(10_000), "saving_growth_percent": Decimal(0)}
VERY_LATE = {**RESULTS, "yearly_saving": Decimal(2_000), "saving_growth_percent": Decimal(0)}
LANGUAGES = ("uk", "ru", "en")


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def document(
    calculated: Mapping[str, Any] = RESULTS,
    *,
    brief: dict[str, Any] | None = None,
    scenarios: tuple[Mapping[str, Any], ...] = (),
    **catalogue: Any,
) -> Document:
    offer = make_offer(
        make_brief(**(brief or {})), make_catalogue(**catalogue), results=calculated, scenarios=scenarios
    )
    return make_document(offer)


def page(calculated: Mapping[str, Any] = RESULTS, **changes: Any) -> Economics:
    return document(calculated, **changes).economics


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("uk", "Вкладення повернуться у травні 2027 року"),
        ("ru", "Вложения вернутся в мае 2027 года"),
        ("en", "The money is back in May 2027"),
    ],
)
def test_the_heading_names_the_month_in_which_the_money_is_back(language: str, heading: str) -> None:
    made = page(brief={"language": language})
    assert made.status is PaybackStatus.PAYS_BACK
    assert plain(made.heading) == heading
    assert [figure.key for figure in made.figures] == ["payback", "roi", "npv", "saving_month"]


def test_page_cover_chart_and_letter_agree_on_the_month() -> None:
    content = (make_block("cover.letter", "{payback}, {payback_month}"),)
    made = document(content=content)
    chart = made.economics.chart
    assert chart is not None
    assert plain(made.cover.paragraphs[0]) == "6 місяців, травень 2027 року"
    assert plain(chart.payback_label) == "6-й місяць: вкладення повернулися"
    assert chart.payback_month is not None
    assert 5 < chart.payback_month <= 6
    assert plain(chart.points[6].label) == "трав 2027"
    assert plain(made.cover.figures[0].text) == "6"


def test_the_chart_goes_from_the_start_to_the_horizon() -> None:
    chart = page().chart
    assert chart is not None
    assert [point.month for point in chart.points] == list(range(37))
    assert chart.points[0].value == Decimal("-53600.00")
    assert (chart.unit_divisor, plain(chart.unit)) == (Decimal(1000), "тис. ₴")
    assert "−53 600 ₴" in plain(chart.description)
    assert all(point.label for point in chart.points)


@pytest.mark.parametrize(
    ("price", "divisor", "unit"),
    [(100, 1000, "тис. ₴"), (5_000_000, 1_000_000, "млн ₴")],
)
def test_the_unit_of_the_chart_follows_its_size(price: int, divisor: int, unit: str) -> None:
    items = {"SAW-1": make_item(list_price=Decimal(price))}
    chart = page(brief={"lines": [{"sku": "SAW-1"}]}, items=items).chart
    assert chart is not None
    assert (chart.unit_divisor, plain(chart.unit)) == (divisor, unit)


def test_small_sums_are_charted_as_they_are() -> None:
    results = {**RESULTS, "yearly_saving": Decimal(120)}
    chart = page(
        results, brief={"lines": [{"sku": "SAW-1"}]}, items={"SAW-1": make_item(list_price=Decimal(100))}
    ).chart
    assert chart is not None
    assert (chart.unit_divisor, chart.unit) == (1, "₴")


def test_a_payback_beyond_the_horizon_is_charted_and_said() -> None:
    made = page(LATE)
    assert made.chart is not None
    assert len(made.chart.points) == 73
    assert made.chart.payback_month == Decimal("64.32")
    assert "пізніше" in made.note
    assert [figure.key for figure in made.figures] == ["payback", "saving_month", "total_saving", "total"]
    assert all(figure.value > 0 for figure in made.figures)
    assert not {"payback", "roi"} & {figure.key for figure in document(LATE).cover.figures}


def test_discounting_that_takes_ages_is_said_without_a_number_of_months() -> None:
    assert "за десять років вкладення не повертаються" in plain(page(LATE).note)
    assert "за десять років" not in page().note


def test_a_payback_out_of_sight_is_not_marked() -> None:
    chart = page(VERY_LATE).chart
    assert chart is not None
    assert (len(chart.points), chart.payback_month, chart.payback_label) == (37, None, "")


def test_without_a_discount_rate_the_saving_stands_instead_of_npv() -> None:
    made = page({**RESULTS, "discount_rate_percent": Decimal(0)})
    assert [figure.key for figure in made.figures][2] == "total_saving"
    assert "дисконт" not in made.note


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_gain_from_the_start_has_nothing_to_pay_back(language: str) -> None:
    made = page(AT_ONCE, brief={"language": language})
    assert made.status is PaybackStatus.AT_ONCE
    assert made.chart is not None
    assert made.chart.payback_label == ""
    assert "payback" not in [figure.key for figure in made.figures]


@pytest.mark.parametrize(
    ("language", "word"), [("uk", "не окупиться"), ("ru", "не окупится"), ("en", "does not pay for itself")]
)
def test_what_never_pays_back_says_so_and_argues_otherwise(language: str, word: str) -> None:
    made = page(NEVER, brief={"language": language})
    assert made.status is PaybackStatus.NEVER
    assert word in plain(made.heading)
    assert made.chart is None
    assert len(made.benefits) == 3
    assert made.scenarios is not None
    assert not {"payback", "roi", "saving_month"} & {figure.key for figure in made.figures}


def test_only_a_text_written_for_it_replaces_what_is_said_when_it_never_pays_back() -> None:
    general = make_block("economics.heading", "Гроші скоро повернуться")
    honest = make_block("economics.heading", "Не про гроші", condition="not pays_back")
    assert "не окупиться" in plain(page(NEVER, content=(general,)).heading)
    assert plain(page(NEVER, content=(general, honest)).heading) == "Не про гроші"
    assert page(content=(general, honest)).heading == "Гроші скоро повернуться"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_payback_shows_what_the_budget_is_made_of(language: str) -> None:
    made = page({}, brief={"language": language, "lines": [{"sku": "SAW-1"}, {"sku": "DUST"}]})
    assert made.status is PaybackStatus.UNKNOWN
    assert made.before_after is not None
    assert [row.value for row in made.before_after.rows] == [
        Decimal(50_000),
        Decimal(40_000),
        Decimal(90_000),
    ]
    assert made.before_after.rows[-1].strong
    assert made.scenarios is not None
    assert len(made.scenarios.rows) >= 4
    assert len(made.benefits) == 3
    assert made.figures
    assert made.note


def test_a_budget_of_few_categories_is_split_by_item() -> None:
    lines = [{"sku": "SAW-1"}, {"sku": "SAW-2"}, {"sku": "DUST"}]
    table = page({}, brief={"lines": lines}).before_after
    assert table is not None
    assert [row.label for row in table.rows] == ["Пила SAW-2", "Пила SAW-1", "Аспірація", "Разом"]


def test_the_budget_adds_up_with_discounts_tax_and_many_categories() -> None:
    items = {f"S{number}": make_item(f"S{number}", category={"uk": f"К{number}"}) for number in range(12)}
    made = page(
        {},
        brief={"lines": [{"sku": sku} for sku in items], "discount": {"percent": "5", "reason": "set"}},
        items=items,
        tax_mode=make_catalogue().tax_mode.EXCLUDED,
    )
    assert made.before_after is not None
    *parts, total = made.before_after.rows
    assert len(parts) == 10
    assert sum(row.value for row in parts if row.value is not None) == total.value
    assert made.scenarios is not None
    assert [figure.key for figure in made.figures] == ["total", "net", "discounts", "positions"]
    assert [row.label for row in made.scenarios.rows][-1] == "Поставка"


def test_the_budget_writes_all_its_amounts_alike() -> None:
    items = {"A": make_item("A", list_price=Decimal("10.5")), "B": make_item("B", list_price=Decimal(20))}
    made = page({}, brief={"lines": [{"sku": "A"}, {"sku": "B"}]}, items=items)
    assert made.before_after is not None
    assert [plain(row.text) for row in made.before_after.rows] == ["20,00 ₴", "10,50 ₴", "30,50 ₴"]


def test_the_budget_names_terms_by_their_first_clause() -> None:
    term = TermsText("pay", texts("Оплата"), texts("Аванс 50 %; решта згодом. Ще щось."))
    long = TermsText("long", texts("Довга"), texts("Дуже довга умова без жодної паузи " * 3))
    made = page({}, terms=(term, long))
    assert made.scenarios is not None
    assert [(row.label, plain(row.text)) for row in made.scenarios.rows][-1] == ("Оплата", "Аванс 50 %")


def test_a_company_without_any_calculation_gets_a_full_page_too() -> None:
    made = page({}, brief={"answers": None}, questions=(), results=(), scenarios=(), steps=(), terms=())
    assert made.assumptions == ()
    assert made.assumptions_title == ""
    assert made.before_after is not None
    assert made.scenarios is not None
    assert "телефонуйте" not in made.note


def test_scenarios_stand_beside_the_base_calculation() -> None:
    less = {**RESULTS, "yearly_saving": Decimal(60_000)}
    table = page(scenarios=(less, NEVER)).scenarios
    assert table is not None
    assert [plain(row.text) for row in table.rows] == ["11 місяців", "не окупається", "6 місяців"]
    assert [row.strong for row in table.rows] == [False, False, True]


def test_a_scenario_that_cannot_be_told_is_left_out() -> None:
    assert page(scenarios=({}, {})).scenarios is None
    table = page(scenarios=({}, AT_ONCE)).scenarios
    assert table is not None
    assert [plain(row.text) for row in table.rows] == ["одразу", "6 місяців"]


def test_assumptions_say_whose_they_are() -> None:
    made = page()
    assert [
        (plain(entry.label), plain(entry.text), entry.origin, plain(entry.source))
        for entry in made.assumptions
    ] == [
        ("Годин на рік", "6 200 год", Origin.TOLD, "ваші дані"),
        ("Частка браку", "8 %", Origin.ASSUMED, "наше припущення"),
        ("Порода", "сосна", Origin.ASSUMED, "наше припущення"),
    ]
    assert len(made.assumptions) <= MAX_ASSUMPTIONS


def test_without_a_calculation_only_what_the_client_said_is_listed() -> None:
    made = page({})
    assert [entry.origin for entry in made.assumptions] == [Origin.TOLD]


def test_an_empty_result_prints_no_row() -> None:
    filled = page()
    empty = page({**RESULTS, "output": ""})
    assert filled.before_after is not None
    assert empty.before_after is not None
    assert len(empty.before_after.rows) == len(filled.before_after.rows) - 1


def test_benefits_come_from_the_workbook_title_first() -> None:
    block = make_block("economics.benefits", "Тиша\nНа 20 дБ менше.\n\nБез заголовка")
    made = page(content=(block,))
    assert [(benefit.title, plain(benefit.text)) for benefit in made.benefits] == [
        ("Тиша", "На 20 дБ менше."),
        ("", "Без заголовка"),
    ]
    assert page().benefits == ()
    assert page().benefits_title == ""


def test_texts_and_yes_or_no_stand_in_the_table_as_words() -> None:
    table = page({**RESULTS, "output": "висока"}).before_after
    assert table is not None
    assert table.rows[1].text == "висока"
    yes = page({**RESULTS, "output": True}).before_after
    assert yes is not None
    assert yes.rows[1].text == "так"


@pytest.mark.parametrize("left_out", ["yearly_saving", "discount_rate_percent", "horizon_years"])
def test_a_payback_is_not_built_on_half_of_its_inputs(left_out: str) -> None:
    results = {key: value for key, value in RESULTS.items() if key != left_out}
    total = make_offer().quote.total
    assert work_out(make_catalogue(), results, total=total, rate=Decimal(1)) is None


def test_inputs_that_the_workbook_does_not_have_take_their_defaults() -> None:
    offer = make_offer()
    declared = tuple(result for result in make_catalogue().results if result.key == "yearly_saving")
    figures = work_out(
        make_catalogue(results=declared),
        {"yearly_saving": Decimal(1200)},
        total=offer.quote.total,
        rate=Decimal(2),
    )
    assert figures is not None
    assert (figures.yearly_saving, figures.horizon_months, figures.growth_percent) == (600, 36, 0)
    assert figures.investment == offer.quote.total.amount
