"""What can be wrong with what the rows say: items, calculation, texts, rules."""

# ruff: noqa: E501 - each text stands whole on its line

from app.problems import N_, ProblemCode


class ItemProblem(ProblemCode):
    """What can be wrong with a thing for sale."""

    NO_ITEMS = "no-items", N_("The sheet holds no item. Add a row with SKU, name and price.")
    DUPLICATE_SKU = (
        "duplicate-sku",
        N_("The SKU “{value}” already stands in row {row}. Give each item its own."),
    )
    PRICE_DIGITS = (
        "price-digits",
        N_("“{value}” has more digits than {currency} can pay. Give the price of a larger unit."),
    )
    TIER_TWICE = "tier-twice", N_("There are two prices from {quantity}. Keep one of the columns.")
    TIER_RISES = "tier-rises", N_("The price from {quantity} is higher than the one before it. Check both.")
    BAD_TIER = (
        "bad-tier",
        N_("The header “{value}” names no quantity above zero. Write it as “Price from 10”."),
    )
    BROKEN_PICTURE = (
        "broken-picture",
        N_("The picture cannot be read and is left out. Insert it again as JPEG or PNG."),
        True,
    )
    MISSING_PICTURE = (
        "missing-picture",
        N_("The file “{value}” was not uploaded. Put it beside the workbook in one .zip."),
        True,
    )
    MISSING_LOGO = (
        "missing-logo",
        N_(
            "The logo “{value}” was not uploaded; the company’s name stands in its place. Put it beside the workbook in one .zip."
        ),
        True,
    )
    BROKEN_LOGO = (
        "broken-logo",
        N_(
            "The logo “{value}” cannot be used; the company’s name stands in its place. Take an .svg, .png or .jpg file."
        ),
        True,
    )


class CalculationProblem(ProblemCode):
    """What can be wrong with questions, results and scenarios."""

    UNKNOWN_SHEET = (
        "unknown-sheet",
        N_("The workbook has no sheet “{value}”; the nearest is “{nearest}”. Mend the reference."),
    )
    UNKNOWN_NAME = (
        "unknown-name",
        N_("“{value}” is neither a cell nor a defined name. Write it as Sheet!B4, or define the name."),
    )
    NO_SHEET = "no-sheet", N_("The cell “{value}” is named without its sheet. Write it as Sheet!{value}.")
    NOT_ONE_CELL = "not-one-cell", N_("“{value}” is more than one cell, or no cell at all. Name one cell.")
    SAME_CELL = (
        "same-cell",
        N_("The cell {value} already takes the answer of row {row}. Give each question its own."),
    )
    NO_CHOICES = (
        "no-choices",
        N_("A question of type “choice” needs its choices. Write them as “value=label; value=label”."),
    )
    NOT_A_CHOICE = "not-a-choice", N_("“{value}” is not one of the choices: {known}.")
    OUT_OF_RANGE = (
        "out-of-range",
        N_("The default {value} lies outside {minimum} … {maximum}. Change one of them."),
    )
    RANGE_UPSIDE_DOWN = (
        "range-upside-down",
        N_("The minimum {minimum} is more than the maximum {maximum}. Change one of them."),
    )
    UNKNOWN_QUESTION = "unknown-question", N_("There is no question “{value}”; the nearest is “{nearest}”.")
    BAD_CHANGE = "bad-change", N_("“{value}” is no change. Write it as -20%, +5 or =0.")
    NO_LINE_ROWS = (
        "no-line-rows",
        N_(
            "“lines rows” is missing, so that the calculation cannot be given the lines. Say how many rows there are."
        ),
    )
    ENGINES_DISAGREE = (
        "engines-disagree",
        N_(
            "Two engines calculate different values: {first} and {second}. The figure is not shown; write the formula more simply."
        ),
        True,
    )
    DIFFERS = (
        "differs-from-excel",
        N_(
            "The stored result is {stored}, calculated is {computed}. Save the workbook in Excel again, or check the formula."
        ),
        True,
    )
    NOT_COMPUTABLE = (
        "not-computable",
        N_(
            "The formula cannot be calculated here ({error}), though Excel can. Figures that need it are left out; write it more simply."
        ),
        True,
    )
    RESULT_BROKEN = "result-broken", N_("The result “{key}” is the error {error}. Mend the formula.")
    RESULT_FAILS = (
        "result-fails",
        N_(
            "With the default answers the result “{key}” is the error {error}, and is left out of such proposals."
        ),
        True,
    )
    RESULT_EMPTY = "result-empty", N_("The result “{key}” is an empty cell. Check the reference."), True
    CIRCULAR = (
        "circular",
        N_("The formula needs its own result. Its figure is not shown; break the circle."),
        True,
    )
    EXTERNAL = (
        "external",
        N_(
            "The formula reads another workbook, which is not there when a proposal is made. Copy the values into this one."
        ),
        True,
    )
    ENGINE_REFUSES = (
        "engine-refuses",
        N_("The workbook cannot be calculated safely ({reason}), so that its figures are not shown."),
        True,
    )
    NOT_CHECKED = (
        "not-checked",
        N_(
            "Calculating the workbook took too long, so that its figures are not shown. Make its formulas simpler."
        ),
        True,
    )


class TextProblem(ProblemCode):
    """What can be wrong with texts, lists and rules."""

    UNKNOWN_SLOT = "unknown-slot", N_("There is no slot “{value}”; the nearest is “{nearest}”.")
    UNKNOWN_INDUSTRY = (
        "unknown-industry",
        N_("The sheet of industries has no “{value}”; the nearest is “{nearest}”."),
    )
    UNKNOWN_ROLE = "unknown-role", N_("The sheet of roles has no “{value}”; the nearest is “{nearest}”.")
    UNKNOWN_STAFF = "unknown-staff", N_("“{value}” is not one of those who may give discounts: {known}.")
    UNKNOWN_SKU = "unknown-sku", N_("No item has the SKU “{value}”; the nearest is “{nearest}”.")
    UNKNOWN_CATEGORY = (
        "unknown-category",
        N_("No item is of the category “{value}”; the nearest is “{nearest}”."),
    )
    SAME_TWICE = "same-twice", N_("The rule says something about an item and itself. Name another item.")
    NO_TEXT = "no-text", N_("The row has no text. Write one, or delete the row.")
