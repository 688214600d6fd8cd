"""What can be wrong with a brief."""

from app.problems import N_, ProblemCode


class BriefProblem(ProblemCode):
    """Problems of a brief by itself and with its catalogue."""

    NOT_A_BRIEF = "not-a-brief", N_("A brief is a JSON object.")
    REQUIRED = "required", N_("Fill this in.")
    UNKNOWN_KEY = "unknown-key", N_("“{key}” is not part of a brief. Did you mean “{nearest}”?")
    TOO_LONG = "too-long", N_("At most {limit} characters, please.")
    NOT_A_NUMBER = "not-a-number", N_("“{value}” is not a number.")
    TOO_SMALL = "too-small", N_("Must be more than {limit}.")
    BELOW = "below", N_("Must be at least {limit}.")
    TOO_LARGE = "too-large", N_("Must be at most {limit}.")
    TOO_PRECISE = "too-precise", N_("At most {limit} digits after the point.")
    NO_LINES = "no-lines", N_("Add at least one item.")
    TOO_MANY_LINES = "too-many-lines", N_("At most {limit} lines in one proposal.")
    UNUSABLE = "unusable", N_("“{value}” cannot be used here.")

    UNKNOWN_SKU = "unknown-sku", N_("The catalogue has no item “{sku}”. Did you mean “{nearest}”?")
    EMPTY_CATALOGUE = "empty-catalogue", N_("The catalogue has no item “{sku}”.")
    MINIMUM_QUANTITY = "minimum-quantity", N_("“{sku}” is sold from {minimum} up.")
    UNKNOWN_ROLE = "unknown-role", N_("There is no role “{role}” in the catalogue. Did you mean “{nearest}”?")
    UNKNOWN_LANGUAGE = (
        "unknown-language",
        N_("Proposals are written in {known}, not in “{language}”. Did you mean “{nearest}”?"),
    )
    UNKNOWN_CURRENCY = (
        "unknown-currency",
        N_("The catalogue has no rate for “{currency}”. Did you mean “{nearest}”?"),
    )
    UNKNOWN_REASON = (
        "unknown-reason",
        N_("There is no reason “{reason}” for a discount. Did you mean “{nearest}”?"),
    )
    NO_REASONS = "no-reasons", N_("This catalogue gives no discounts.")
    REASON_NEEDED = "reason-needed", N_("Choose the reason for the discount.")
    TOO_MUCH_DISCOUNT = "too-much-discount", N_("For this reason at most {maximum} %.")
    DISCOUNT_NOT_YOURS = "discount-not-yours", N_("Your role may give at most {maximum} %.")
    DISCOUNTS_TOGETHER = (
        "discounts-together",
        N_(
            "With the discount on everything this line is cheaper by {percent} %;"
            " at most {maximum} % may be given."
        ),
    )
    EXCLUDED = "excluded", N_("“{sku}” and “{other}” do not go together: {reason}"), True

    ACCEPTED = (
        "accepted",
        N_("{number} was accepted: what is agreed stays as it is. Copy it to a new proposal to offer more."),
    )
    EMAIL_MISSING = "email-missing", N_("An e-mail address is needed to send.")
    EMAIL_INVALID = "email-invalid", N_("“{email}” is not an e-mail address that mail can reach.")
    ANSWER_MISSING = "answer-missing", N_("Ask: {question}")

    ENGINES_DISAGREE = (
        "engines-disagree",
        N_("Two calculators disagree on “{label}”: {first} and {second}. It is left out."),
        True,
    )
    NOT_COMPUTED = "not-computed", N_("“{label}” could not be calculated: {error}. It is left out."), True
    LINES_FOLDED = (
        "lines-folded",
        N_(
            "The workbook calculates with {rows} lines, this offer has {items} different items: the last "
            "ones are put together in one line. Give “lines rows” on the Settings sheet a larger number."
        ),
        True,
    )
