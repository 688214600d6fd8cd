"""Every mistake in a workbook is found at its cell, and all of them at once."""

import pytest

from tests.builders.catalog import WorkbookBuilder, make_workbook
from tests.builders.reading import problems, read

CONTENT = (("Slot", "Industry", "Role", "Condition", "Language", "Text"),)
RULES = (("Kind", "When", "Then", "Reason [uk]"),)
DISCOUNTS = (("Key", "Name [uk]", "Maximum %", "Roles"),)
SCENARIOS = (("Key", "Label [uk]", "Question", "Change"),)
BRAND = (("Key", "Value"),)
STEPS = (("Title [uk]", "Text [uk]", "Days"),)
TERMS = (("Key", "Title [uk]", "Text [uk]"),)


def book() -> WorkbookBuilder:
    return make_workbook()


def with_sheet(title: str, header: tuple[tuple[str, ...], ...], *rows: tuple[object, ...]) -> WorkbookBuilder:
    return book().sheet(title, (*header, *rows))


def question(**cells: object) -> WorkbookBuilder:
    """The first question changed: columns by letter."""
    builder = book()
    for column, value in cells.items():
        builder.cell(f"Questions!{column}2", value)
    return builder


CASES: list[tuple[WorkbookBuilder, str, str]] = [
    # sheets and columns
    (book().without("Settings"), "Settings!A1", "missing-sheet"),
    (book().without("Items"), "Items!A1", "missing-sheet"),
    (book().sheet("Items", ()), "Items!A1", "empty-sheet"),
    (book().sheet("Товари", (("Артикул", "Назва", "Ціна"),)), "Товари!A1", "extra-sheet"),
    (book().cell("Items!H1", "Value for money"), "Items!A1", "missing-column"),
    (book().column("Items", "Price", 5, 5), "Items!J1", "duplicate-column"),
    (book().column("Items", "Name [de]", "a", "b"), "Items!J1", "language-column"),
    (book().sheet("Items", (("SKU", "Name", "Price"),)), "Items!A2", "no-items"),
    # settings
    (book().cell("Settings!B2", "Мої насоси"), "Settings!B2", "bad-key"),
    (book().cell("Settings!B2", None), "Settings!B2", "missing-value"),
    (book().cell("Settings!A2", None), "Settings!A1", "missing-setting"),
    (book().cell("Settings!A4", None), "Settings!A1", "missing-setting"),
    (book().cell("Settings!B4", None), "Settings!B4", "missing-value"),
    (book().cell("Settings!B4", "XYZ"), "Settings!B4", "no-currency"),
    (book().cell("Settings!A5", None), "Settings!A1", "missing-setting"),
    (book().cell("Settings!B5", None), "Settings!B5", "missing-value"),
    (book().cell("Settings!B5", "sometimes"), "Settings!B5", "unknown-choice"),
    (book().cell("Settings!A6", None), "Settings!A1", "missing-setting"),
    (book().cell("Settings!B6", None), "Settings!B6", "missing-value"),
    (book().cell("Settings!B6", 0.2), "Settings!B6", "fraction"),
    (book().cell("Settings!B6", 120), "Settings!B6", "too-big"),
    (book().cell("Settings!B6", -1), "Settings!B6", "negative"),
    (book().cell("Settings!A7", "rate Galleons"), "Settings!A7", "no-currency"),
    (book().cell("Settings!A7", "rate UAH"), "Settings!A7", "own-rate"),
    (book().cell("Settings!B7", 0), "Settings!B7", "not-positive"),
    (book().cell("Settings!B7", None), "Settings!B7", "missing-value"),
    (book().row("Settings", "valid dayz", 5), "Settings!A8", "unknown-setting"),
    (book().row("Settings", "валюта", "EUR"), "Settings!A8", "duplicate-key"),
    (book().row("Settings", "valid days", 14.5), "Settings!B8", "not-whole"),
    (book().row("Settings", "valid days", 0), "Settings!B8", "not-positive"),
    (book().row("Settings", "valid days", 1000), "Settings!B8", "too-big"),
    (book().row("Settings", "lines sku", "Calc!A10"), "Settings!B8", "no-line-rows"),
    (book().row("Settings", "lines total", "Nowhere!A10"), "Settings!B8", "unknown-sheet"),
    # items
    (book().cell("Items!A3", "vk-55"), "Items!A3", "duplicate-sku"),
    (book().cell("Items!A3", None), "Items!A3", "missing-value"),
    (book().cell("Items!A3", "X" * 101), "Items!A3", "too-long"),
    (book().sheet("Items", (("SKU", "Name", "Price"), ("A", None, 5))), "Items!B2", "missing-value"),
    (book().cell("Items!H2", None), "Items!H2", "missing-value"),
    (book().cell("Items!H2", "дорого"), "Items!H2", "not-a-number"),
    (book().cell("Items!H2", "1,284"), "Items!H2", "ambiguous-number"),
    (book().cell("Items!H2", -5), "Items!H2", "negative"),
    (book().cell("Items!H2", 1e15), "Items!H2", "too-big"),
    (book().cell("Items!H2", 0.0125), "Items!H2", "price-digits"),
    (book().cell("Items!H2", "=1+1"), "Items!H2", "not-calculated"),
    (book().cell("Items!H2", "#DIV/0!"), "Items!H2", "cell-error"),
    (book().cell("Items!I2", -1), "Items!I2", "negative"),
    (book().column("Items", "Currency", "EUR"), "Items!J2", "unknown-currency"),
    (book().column("Items", "Tax %", "двадцять"), "Items!J2", "not-a-number"),
    (book().column("Items", "Minimum quantity", 0), "Items!J2", "not-positive"),
    (book().column("Items", "Industries", "woodwork"), "Items!J2", "unknown-industry"),
    (book().column("Items", "Price from 10", 1300000), "Items!J2", "tier-rises"),
    (book().column("Items", "Price from 10", 0.004), "Items!J2", "price-digits"),
    (book().column("Items", "Price from 10", -1), "Items!J2", "negative"),
    (book().column("Items", "Price from 10", 1).column("Items", "Ціна від 10", 1), "Items!K1", "tier-twice"),
    (book().column("Items", "Price from 0", 1), "Items!J1", "bad-tier"),
    (
        book().column("Items", "Price from 10", 9).column("Items", "Price from 20", 10),
        "Items!K2",
        "tier-rises",
    ),
    (book().column("Items", "Picture", "vk.jpg"), "Items!J2", "missing-picture"),
    # questions
    (question(A="Hours per year"), "Questions!A2", "bad-key"),
    (question(A=None), "Questions!A2", "missing-value"),
    (question(A="tariff"), "Questions!A3", "duplicate-key"),
    (question(E=None), "Questions!E2", "missing-value"),
    (question(E="integer"), "Questions!E2", "unknown-choice"),
    (question(F="багато"), "Questions!F2", "not-a-number"),
    (question(F=10), "Questions!F2", "out-of-range"),
    (question(F=10_000), "Questions!F2", "out-of-range"),
    (question(G=9000), "Questions!G2", "range-upside-down"),
    (question(E="choice", I="a=A; b=B", F="c"), "Questions!F2", "not-a-choice"),
    (question(E="choice", I=None), "Questions!I2", "no-choices"),
    (question(E="yes/no", F="мабуть"), "Questions!F2", "not-yes-no"),
    (question(E="date", F="someday"), "Questions!F2", "not-a-date"),
    (question(K="мабуть"), "Questions!K2", "not-yes-no"),
    (question(J=None), "Questions!J2", "missing-value"),
    (question(J="Calk!B1"), "Questions!J2", "unknown-sheet"),
    (question(J="B1"), "Questions!J2", "no-sheet"),
    (question(J="Hours"), "Questions!J2", "unknown-name"),
    (question(J="Calc!B1:B4"), "Questions!J2", "not-one-cell"),
    (question(J="Calc!XFE1"), "Questions!J2", "not-one-cell"),
    (question(J="Hours").name("Hours", "Calc!$B$1:$B$3"), "Questions!J2", "not-one-cell"),
    (question(J="Calc!B2"), "Questions!J3", "same-cell"),
    # results and scenarios
    (book().cell("Results!F2", "Calk!B4"), "Results!F2", "unknown-sheet"),
    (book().cell("Results!D2", "words"), "Results!D2", "unknown-choice"),
    (book().cell("Results!E2", 1.5), "Results!E2", "not-whole"),
    (book().cell("Results!E2", -1), "Results!E2", "negative"),
    (book().cell("Results!E2", 9), "Results!E2", "too-big"),
    (book().cell("Results!G2", "cover, back"), "Results!G2", "unknown-choice"),
    (book().column("Results", "Roles", "boss"), "Results!H2", "unknown-role"),
    (
        with_sheet("Scenarios", SCENARIOS, ("less", "Менше", "hour", "-20%")),
        "Scenarios!C2",
        "unknown-question",
    ),
    (with_sheet("Scenarios", SCENARIOS, ("less", "Менше", "hours", "less")), "Scenarios!D2", "bad-change"),
    (with_sheet("Scenarios", SCENARIOS, ("less", "Менше", "hours", None)), "Scenarios!D2", "missing-value"),
    # texts
    (
        with_sheet("Content", CONTENT, ("cover.head", None, None, None, "uk", "Т")),
        "Content!A2",
        "unknown-slot",
    ),
    (with_sheet("Content", CONTENT, (None, None, None, None, "uk", "Т")), "Content!A2", "missing-value"),
    (
        with_sheet("Content", CONTENT, ("legal", "mining", None, None, "uk", "Т")),
        "Content!B2",
        "unknown-industry",
    ),
    (with_sheet("Content", CONTENT, ("legal", None, "boss", None, "uk", "Т")), "Content!C2", "unknown-role"),
    (
        with_sheet("Content", CONTENT, ("legal", None, None, None, "de", "Т")),
        "Content!E2",
        "unknown-language",
    ),
    (with_sheet("Content", CONTENT, ("legal", None, None, None, "uk", None)), "Content!F2", "no-text"),
    # lists and rules
    (book().row("Industries", "woodworking", "Ще"), "Industries!A3", "duplicate-key"),
    (book().row("Roles", "ceo", None), "Roles!B3", "missing-value"),
    (with_sheet("Rules", RULES, ("recommend", "VK-5", "OR-120", "Бо")), "Rules!B2", "unknown-sku"),
    (
        with_sheet("Rules", RULES, ("recommend", "VK-55", "category:Сушарки", "Бо")),
        "Rules!C2",
        "unknown-category",
    ),
    (with_sheet("Rules", RULES, ("likes", "VK-55", "OR-120", "Бо")), "Rules!A2", "unknown-choice"),
    (with_sheet("Rules", RULES, (None, "VK-55", "OR-120", "Бо")), "Rules!A2", "missing-value"),
    (with_sheet("Rules", RULES, ("requires", "VK-55", "vk-55", "Бо")), "Rules!C2", "same-twice"),
    (with_sheet("Rules", RULES, ("requires", "VK-55", None, "Бо")), "Rules!C2", "missing-value"),
    (
        with_sheet("Discounts", DISCOUNTS, ("loyal", "Постійний", 5, "manager, boss")),
        "Discounts!D2",
        "unknown-staff",
    ),
    (with_sheet("Discounts", DISCOUNTS, ("loyal", "Постійний", 500, "lead")), "Discounts!C2", "too-big"),
    (
        with_sheet("Discounts", DISCOUNTS, ("loyal", "Постійний", None, "lead")),
        "Discounts!C2",
        "missing-value",
    ),
    (with_sheet("Discounts", DISCOUNTS, ("loyal", None, 5, "lead")), "Discounts!B2", "missing-value"),
    (with_sheet("Terms", TERMS, ("payment", "Оплата", None)), "Terms!C2", "no-text"),
    (with_sheet("Steps", STEPS, (None, "Текст", 3)), "Steps!A2", "missing-value"),
    (with_sheet("Steps", STEPS, ("Договір", "Текст", -3)), "Steps!C2", "negative"),
    # brand
    (with_sheet("Brand", BRAND, ("colour", "green")), "Brand!B2", "bad-colour"),
    (with_sheet("Brand", BRAND, ("email", "sales at example.com")), "Brand!B2", "bad-email"),
    (with_sheet("Brand", BRAND, ("pattern", "dots")), "Brand!B2", "unknown-choice"),
    (with_sheet("Brand", BRAND, ("logo", "logo.svg")), "Brand!B2", "missing-logo"),
    (with_sheet("Brand", BRAND, ("motto", "Вперед")), "Brand!A2", "unknown-setting"),
]


@pytest.mark.parametrize(
    ("builder", "place", "code"), CASES, ids=[f"{place} {code}" for _, place, code in CASES]
)
def test_a_mistake_is_found_at_its_cell_and_said_in_full(
    builder: WorkbookBuilder, place: str, code: str
) -> None:
    found = read(builder).problems
    assert (place, code) in [(problem.place, problem.code.slug) for problem in found]
    for problem in found:
        assert "{" not in problem.explain(str)


def test_a_sound_workbook_has_no_problem() -> None:
    assert problems(book()) == []


def test_all_mistakes_are_collected_at_once() -> None:
    builder = book().cell("Items!H2", "дорого").cell("Items!A3", "VK-55").cell("Questions!J2", "Calk!B1")
    builder.cell("Settings!B7", "x").sheet("Brand", (*BRAND, ("colour", "x")))
    found = {place for place, _ in problems(builder)}
    assert found == {"Items!H2", "Items!A3", "Questions!J2", "Settings!B7", "Brand!B2"}


def test_one_broken_cell_is_named_once() -> None:
    builder = book().cell("Items!B2", "#REF!").cell("Items!C2", None).cell("Items!D2", None)
    assert problems(builder) == [("Items!B2", "cell-error")]
