"""What can be wrong with a file, a sheet or a cell, and what to do about each."""

# ruff: noqa: E501 - each text stands whole on its line

from app.problems import N_, ProblemCode


class FileProblem(ProblemCode):
    """A file that is not opened at all."""

    EMPTY = "empty-file", N_("The file is empty. Choose the workbook again.")
    TOO_LARGE = (
        "file-too-large",
        N_("The file has {size} MB, more than the {limit} MB that fit. Make its pictures smaller."),
    )
    LOCK_FILE = (
        "lock-file",
        N_("This is the small file that Excel makes while the workbook is open. Choose the workbook itself."),
    )
    NOT_XLSX = (
        "not-xlsx",
        N_("This is not an .xlsx workbook. Save it as “Excel Workbook (.xlsx)” and upload that file."),
    )
    OLD_XLS = (
        "old-xls",
        N_("This is an old .xls workbook. Save it as “Excel Workbook (.xlsx)” and upload that file."),
    )
    ENCRYPTED = (
        "encrypted",
        N_("The workbook is protected by a password. Save it without one and upload it again."),
    )
    MACROS = (
        "macros",
        N_(
            "The workbook holds macros. Save it as “Excel Workbook (.xlsx)”, without macros, and upload that file."
        ),
    )
    STRICT = (
        "strict",
        N_(
            "The workbook is a “Strict Open XML” one. Save it as “Excel Workbook (.xlsx)” and upload that file."
        ),
    )
    BOMB = (
        "unpacks-too-large",
        N_(
            "The file unpacks to more than Minuta opens ({limit} MB, or {ratio} times its size). Remove what is not needed."
        ),
    )
    TOO_MANY_PARTS = (
        "too-many-parts",
        N_("The file holds more than {limit} parts. Remove pictures that are not needed."),
    )
    UNREADABLE = (
        "unreadable",
        N_(
            "The workbook is damaged and cannot be read. Open it in Excel, save it again and upload that file."
        ),
    )
    TOO_SLOW = (
        "too-slow",
        N_(
            "Reading the workbook took more than {seconds} seconds or too much memory. Remove sheets and pictures that are not needed."
        ),
    )
    NO_WORKBOOK = "no-workbook", N_("The .zip must hold exactly one .xlsx workbook, and holds {count}.")
    TOO_MANY_ROWS = "too-many-rows", N_("The sheet has rows below row {limit}. Delete them, empty ones too.")
    TOO_MANY_COLUMNS = "too-many-columns", N_("The sheet has columns beyond the {limit}th. Delete them.")


class WorkbookProblem(ProblemCode):
    """Something in a cell, a column or a sheet to mend."""

    MISSING_SHEET = (
        "missing-sheet",
        N_("The sheet “{sheet}” is missing. Add it; the manual names its columns."),
    )
    EMPTY_SHEET = "empty-sheet", N_("The sheet is empty. Fill it in; the manual names its columns.")
    EXTRA_SHEET = (
        "extra-sheet",
        N_("This sheet is left alone, since “{sheet}” is read already. Put everything into one of them."),
        True,
    )
    MISSING_COLUMN = "missing-column", N_("The column “{column}” is missing. Add it to the row of headers.")
    DUPLICATE_COLUMN = "duplicate-column", N_("The column “{column}” stands here twice. Keep one of them.")
    UNKNOWN_LANGUAGE = (
        "unknown-language",
        N_("“{value}” is no language that proposals are written in. Use one of: {known}."),
    )
    LANGUAGE_COLUMN = (
        "language-column",
        N_(
            "“{value}” is no language that proposals are written in ({known}), so this column is passed over."
        ),
        True,
    )
    UNKNOWN_SETTING = (
        "unknown-setting",
        N_("Minuta does not know the setting “{value}”; the nearest is “{nearest}”. It is passed over."),
        True,
    )
    MISSING_SETTING = "missing-setting", N_("The setting “{setting}” is missing. Add a row with it.")
    DUPLICATE_KEY = "duplicate-key", N_("“{value}” already stands in row {row}. Give each its own.")
    BAD_KEY = (
        "bad-key",
        N_(
            "“{value}” cannot be a key. Use small Latin letters, digits and “_” or “-”, beginning with a letter."
        ),
    )
    MISSING_VALUE = "missing-value", N_("“{column}” is empty. Fill it in.")
    TOO_LONG = "too-long", N_("The text has {length} characters, more than the {limit} that fit. Shorten it.")
    NOT_A_NUMBER = (
        "not-a-number",
        N_("“{value}” is not a number. Write only digits, with a comma or a point."),
    )
    AMBIGUOUS_NUMBER = (
        "ambiguous-number",
        N_("“{value}” can be read in two ways. Write it without separators between the thousands."),
    )
    NEGATIVE = "negative", N_("“{value}” is below zero. Write zero or more.")
    NOT_POSITIVE = "not-positive", N_("“{value}” must be more than zero.")
    TOO_BIG = "too-big", N_("“{value}” is more than {limit}. Check the number.")
    NOT_WHOLE = "not-whole", N_("“{value}” must be a whole number.")
    NOT_A_DATE = "not-a-date", N_("“{value}” is not a date. Write it as 2026-12-31.")
    NOT_YES_NO = "not-yes-no", N_("“{value}” is neither yes nor no.")
    CELL_ERROR = "cell-error", N_("The cell shows the error {value}. Mend its formula.")
    NOT_CALCULATED = (
        "not-calculated",
        N_("The formula has no stored result. Open the workbook in Excel, save it and upload it again."),
    )
    UNKNOWN_CHOICE = "unknown-choice", N_("“{value}” is not one of: {known}.")
    BAD_COLOUR = "bad-colour", N_("“{value}” is not a colour. Write it as #0b5d4e.")
    BAD_EMAIL = "bad-email", N_("“{value}” is not an e-mail address.")
    UNKNOWN_CURRENCY = (
        "unknown-currency",
        N_(
            "“{value}” is no currency that the settings name. Write its ISO code, or add a row “rate {value}”."
        ),
    )
    NO_CURRENCY = "no-currency", N_("“{value}” is no currency. Write its ISO code, such as UAH, EUR or USD.")
    OWN_RATE = (
        "own-rate",
        N_("{value} is the currency of the catalogue itself; its rate is always 1. Delete the row."),
    )
    WRONG_CATALOGUE = (
        "wrong-catalogue",
        N_(
            "The workbook says that it is the catalogue “{value}”, not “{expected}”. Change the cell or upload it there."
        ),
    )
    FRACTION = "fraction", N_("The tax is {value} %. If it should be {percent} %, write {percent}."), True


class CatalogueProblem(ProblemCode):
    """A catalogue that is asked for and not there."""

    UNKNOWN_CATALOGUE = (
        "unknown-catalogue",
        N_("There is no catalogue “{value}”; the nearest is “{nearest}”."),
    )
    UNKNOWN_VERSION = "unknown-version", N_("The catalogue “{key}” has no version {number}.")
    NONE_PUBLISHED = "none-published", N_("No catalogue is published yet. Import a workbook first.")
    NOTHING_BEFORE = (
        "nothing-before",
        N_("The catalogue “{key}” has no earlier published version to go back to."),
    )
