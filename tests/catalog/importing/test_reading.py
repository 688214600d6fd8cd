"""What a sound workbook says becomes the catalogue's values."""

# ruff: noqa: E501 - sheets are read along the line

from decimal import Decimal

import pytest

from app.catalog.model import AnswerType, LineCells, ResultUse, RuleKind, Tier
from tests.builders.catalog import SVG_LOGO, make_picture, make_workbook
from tests.builders.reading import catalogue, problems, read, read_values

NBSP = "\u00a0"


def test_headers_in_three_languages_and_any_order_give_the_same_items() -> None:
    rows = (("Цена", "Наименование", "Артикул"), (500, "Насос", "P-1"))
    ukrainian = (("Артикул", "Назва", "Ціна"), ("P-1", "Насос", 500))
    english = (("list price", "SKU", "NAME"), (500, "P-1", "Насос"))
    found = [catalogue(make_workbook().without("Items").sheet(title, table)).items["P-1"]
             for title, table in (("Позиции", rows), ("Товари", ukrainian), ("items", english))]  # fmt: skip
    assert found[0] == found[1] == found[2]
    assert (found[0].list_price, found[0].name) == (Decimal(500), {"": "Насос"})


def test_headers_may_stand_below_a_title() -> None:
    builder = make_workbook().sheet(
        "Items", (("Прайс-лист",), (), ("SKU", "Name", "Price"), ("P-1", "Насос", 5))
    )
    item = catalogue(builder).items["P-1"]
    assert item.row == 4


def test_text_columns_repeat_by_language_and_others_become_attributes() -> None:
    builder = (
        make_workbook()
        .column("Items", "Потужність, кВт", 55.0, 2)
        .column("Items", "Гарантія", "2 роки", None)
    )
    item = catalogue(builder).items["VK-55"]
    assert set(item.name) == {"uk", "ru", "en"}
    assert item.category == {"uk": "Компресори", "en": "Compressors"}
    assert item.unit == {"": "шт."}
    assert item.attributes == {"Потужність, кВт": "55", "Гарантія": "2 роки"}


def test_prices_are_read_with_spaces_and_tiers_in_order_of_quantity() -> None:
    builder = make_workbook().cell("Items!H2", f"1{NBSP}284{NBSP}000,50")
    builder.column("Items", "Price from 100", 1000).column("Items", "Ціна від 10", 1100)
    item = catalogue(builder).items["VK-55"]
    assert item.list_price == Decimal("1284000.50")
    assert item.tiers == (Tier(Decimal(10), Decimal(1100)), Tier(Decimal(100), Decimal(1000)))


@pytest.mark.parametrize(("value", "number_format"), [(20, None), (0.2, "0%"), ("20 %", None), ("20", None)])
def test_twenty_per_cent_however_it_is_written(value: object, number_format: str | None) -> None:
    builder = make_workbook().cell("Settings!B6", value, number_format).column("Items", "ПДВ %", 7)
    builder.cell("Items!J2", value, number_format)
    found = catalogue(builder)
    assert found.tax_percent == Decimal(20)
    assert found.items["VK-55"].tax_percent == Decimal(20)


def test_prices_in_another_currency_are_converted_and_rounded() -> None:
    builder = make_workbook().column("Items", "Валюта", "$", "грн").cell("Items!H2", 1000.33)
    builder.column("Items", "Price from 5", 900)
    items = catalogue(builder).items
    assert items["VK-55"].list_price == Decimal("41513.70")
    assert items["VK-55"].tiers == (Tier(Decimal(5), Decimal(37350)),)
    assert items["OR-120"].list_price == Decimal(268400)


def test_skus_keep_their_zeros_and_lose_needless_spaces() -> None:
    builder = make_workbook().cell("Items!A2", 123, "00000").cell("Items!A3", f" OR{NBSP} 120 ")
    assert list(catalogue(builder).items) == ["00123", "OR 120"]


def test_formulas_count_with_the_result_that_excel_stored() -> None:
    builder = make_workbook().cell("Items!H2", "=1000*1.2").stored("Items!H2", 1200)
    assert catalogue(builder).items["VK-55"].list_price == Decimal(1200)


def test_settings_and_brand_in_several_languages() -> None:
    builder = make_workbook().sheet("Settings", (
        ("Ключ", "Значення", "Значення [ru]"), ("каталог", "pumps"), ("назва", "Насоси", "Насосы"), ("валюта", "грн"),
        ("режим ПДВ", "без ПДВ"), ("ПДВ %", 20), ("курс EUR", "45,10"), ("valid days", 30), ("number prefix", "КП", "ТКП"),
        ("lines sku", "Calc!A30"), ("lines quantity", "Calc!B30"), ("lines rows", 20), ("lines total", "Calc!D60"),
    )).sheet("Бренд", (
        ("Key", "Value", "Value [en]"), ("name", "ПневмоДім", "PneumoHouse"), ("colour", "#0B5D4E"), ("accent", "abc"),
        ("pattern", "хвилі"), ("tax id", 12345678), ("email", "sales@pneumo.example"), ("logo", "Logo.svg"),
    ))  # fmt: skip
    found = catalogue(builder, files={"logo.svg": SVG_LOGO})
    assert found.name == {"": "Насоси", "ru": "Насосы"}
    assert (found.tax_mode, found.rates, found.valid_days) == ("excluded", {"EUR": Decimal("45.10")}, 30)
    assert found.number_prefix == {"": "КП", "ru": "ТКП"}
    assert found.line_cells == LineCells(sku="Calc!A30", quantity="Calc!B30", total="Calc!D60", rows=20)
    brand = found.brand
    assert (brand.name, brand.colour, brand.accent) == (
        {"": "ПневмоДім", "en": "PneumoHouse"},
        "#0b5d4e",
        "#aabbcc",
    )
    assert (brand.pattern, brand.tax_id) == ("waves", "12345678")
    assert brand.logo


def test_without_a_brand_the_catalogue_gives_its_name() -> None:
    assert catalogue(make_workbook()).brand.name == {"": "Насоси"}


def test_an_exempt_catalogue_needs_no_per_cent() -> None:
    builder = (
        make_workbook().cell("Settings!B5", "звільнено").cell("Settings!A6", None).cell("Settings!B6", None)
    )
    assert catalogue(builder).tax_percent == 0


def test_questions_of_every_type() -> None:
    header = (
        "Key",
        "Label",
        "Type",
        "Default",
        "Minimum",
        "Maximum",
        "Choices [uk]",
        "Choices [en]",
        "Cell",
        "Required",
    )
    builder = make_workbook().sheet("Questions", (
        header,
        ("share", "Частка", "percent", 0.35, 0, 1, None, None, "Calc!C1", "yes"),
        ("kind", "Тип", "вибір", "Screw", None, None, "screw=Гвинтовий; piston=Поршневий", "screw=Screw; piston", "Calc!C2", None),
        ("heat", "Тепло?", "так/ні", "так", None, None, None, None, "Calc!C3", "ні"),
        ("start", "Початок", "date", "31.12.2026", None, None, None, None, "Calc!C4", None),
    ))  # fmt: skip
    for cell in ("D2", "E2", "F2"):
        builder.formats.append(("Questions", cell, "0%"))
    share, kind, heat, start = catalogue(builder).questions
    assert (share.type, share.default, share.minimum, share.maximum) == (AnswerType.PERCENT, "35", 0, 100)
    assert share.required
    assert kind.choices == (
        ("screw", {"uk": "Гвинтовий", "en": "Screw"}),
        ("piston", {"uk": "Поршневий", "en": "piston"}),
    )
    assert kind.default == "screw"
    assert (heat.default, heat.required) == ("yes", False)
    assert start.default == "2026-12-31"


@pytest.mark.parametrize(
    ("reference", "cell"),
    [
        ("Calc!B1", "Calc!B1"), ("calc ! $b$1", "Calc!B1"), ("=Calc!B1", "Calc!B1"), ("Calc!В1", "Calc!B1"),
        ("Мій лист!C3", "'Мій лист'!C3"), ("'Мій лист'!C3", "'Мій лист'!C3"), ("Мій лист'!C3", "'Мій лист'!C3"),
        ("Тариф!A1", "Тариф!A1"), ("hours_cell", "Hours_cell"),
    ],
)  # fmt: skip
def test_references_are_brought_into_one_form(reference: str, cell: str) -> None:
    builder = (
        make_workbook().sheet("Мій лист", ((1,),)).sheet("Тариф", ((1,),)).name("Hours_cell", "Calc!$B$1")
    )
    builder.cell("Questions!J2", reference)
    assert catalogue(builder).questions[0].cell == cell


@pytest.mark.parametrize(
    ("value", "number_format", "change"),
    [("-20%", None, "-20%"), (-0.2, "0%", "-20%"), (0.1, "0%", "+10%"), (5, None, "+5"), (-5, None, "-5"), ("=0", None, "=0"),
     ("−15 %", None, "-15%"), ("+2,5", None, "+2.5"), ("=35%", None, "=35")],
)  # fmt: skip
def test_changes_as_excel_keeps_them(value: object, number_format: str | None, change: str) -> None:
    header = ("Key", "Label [uk]", "Question", "Change")
    builder = make_workbook().sheet("Scenarios", (header, ("less", "Менше", "hours", None)))
    builder.cell("Scenarios!D2", value, number_format)
    assert catalogue(builder).scenarios[0].change == change


def test_a_choice_may_be_set_by_a_scenario() -> None:
    builder = make_workbook().cell("Questions!E2", "choice").cell("Questions!I2", "day=День; night=Ніч")
    builder.cell("Questions!F2", "day").sheet(
        "Scenarios", (("Key", "Question", "Change"), ("n", "hours", "'"))
    )
    for change, found in (("=Night", "=night"), ("=noon", None), ("-20%", None)):
        builder.sheet("Scenarios", (("Key", "Question", "Change"), ("n", "hours", change)))
        scenarios = read(builder).catalogue.scenarios  # type: ignore[union-attr]  # it is read
        assert [scenario.change for scenario in scenarios] == ([found] if found else [])


def test_results_say_where_they_show_and_for_whom() -> None:
    builder = (
        make_workbook()
        .cell("Results!D2", "%")
        .cell("Results!G2", "обкладинка; table")
        .column("Results", "Ролі", "фіндир")
    )
    (result,) = catalogue(builder).results
    assert (result.percent, result.money) == (True, False)
    assert result.uses == (ResultUse.COVER, ResultUse.TABLE)
    assert result.roles == ("cfo",)


def test_texts_by_language_column_or_by_language_header() -> None:
    one = make_workbook().sheet("Content", (
        ("Slot", "Industry", "Role", "Condition", "Language", "Text"),
        ("cover.heading", "Деревообробка", "CFO", "payback <= 24", "Українська", "Перший рядок\nДругий"),
        ("legal", None, None, None, None, "Для всіх"),
    ))  # fmt: skip
    first, second = catalogue(one).content
    assert (first.industry, first.role, first.condition, first.language) == (
        "woodworking",
        "cfo",
        "payback <= 24",
        "uk",
    )
    assert first.text == "Перший рядок\nДругий"
    assert (second.language, second.row) == ("", 3)
    other = make_workbook().sheet("Тексти", (("Місце", "Текст [uk]", "Текст [en]"), ("legal", "Так", "Yes")))
    assert [(block.language, block.text) for block in catalogue(other).content] == [
        ("uk", "Так"),
        ("en", "Yes"),
    ]


def test_lists_rules_terms_steps_and_discounts() -> None:
    builder = make_workbook()
    builder.sheet(
        "Rules",
        (("Kind", "When", "Then", "Reason [uk]"), ("requires", "vk-55", "категорія: осушувачі", "Бо волога")),
    )
    builder.sheet("Terms", (("Key", "Title", "Text"), ("payment", "Оплата", "50 %")))
    builder.sheet("Steps", (("Title", "Text", "Days"), ("Договір", "Підпис", 3), ("Запуск", None, None)))
    builder.sheet(
        "Discounts",
        (("Key", "Name", "Maximum %", "Roles"), ("loyal", "Постійний", 0.05, "менеджер; Керівник")),
    )
    builder.formats.append(("Discounts", "C2", "0%"))
    found = catalogue(builder)
    (rule,) = found.rules
    assert (rule.kind, rule.when, rule.then, rule.row) == (
        RuleKind.REQUIRES,
        "VK-55",
        "category:Осушувачі",
        2,
    )
    assert [(step.title, step.days) for step in found.steps] == [({"": "Договір"}, 3), ({"": "Запуск"}, None)]
    assert found.terms[0].text == {"": "50 %"}
    assert (found.discounts[0].maximum_percent, found.discounts[0].roles) == (Decimal(5), ("manager", "lead"))
    assert found.industries[0].synonyms == ("меблі", "furniture")


def test_pictures_of_rows_and_by_name_become_prints_in_two_sizes() -> None:
    photo = make_picture(form="PNG")
    builder = make_workbook().column("Items", "Picture", None, "OR.jpg").picture("Items", "J2", photo)
    items = catalogue(builder, files={"or.jpg": make_picture(colour="navy", form="JPEG")}).items
    for sku in ("VK-55", "OR-120"):
        assert len(items[sku].picture or "") == len(items[sku].picture_large or "") == 64
        assert items[sku].picture != items[sku].picture_large
    assert items["VK-55"].picture != items["OR-120"].picture


def test_a_broken_picture_is_named_and_replaced_by_nothing() -> None:
    builder = make_workbook().column("Items", "Picture", "vk.jpg")
    reading = read(builder, files={"vk.jpg": b"\xff\xd8 broken"})
    assert [(problem.place, problem.code.slug) for problem in reading.problems] == [
        ("Items!J2", "broken-picture")
    ]
    assert reading.catalogue is not None
    assert reading.catalogue.items["VK-55"].picture is None


def test_a_logo_that_is_none_is_named() -> None:
    builder = make_workbook().sheet("Brand", (("Key", "Value"), ("logo", "logo.svg")))
    assert problems(builder, files={"logo.svg": b"<html/>"}) == [("Brand!B2", "broken-logo")]


def test_hidden_and_unknown_sheets_are_left_alone() -> None:
    builder = make_workbook().sheet("Чернетка", (("SKU", "Name", "Price"), (None, None, "дорого")))
    assert problems(builder) == []
    assert "Чернетка" in read_values(builder).titles
