"""What can be wrong with the texts of a workbook."""

from app.problems import N_, ProblemCode


class ContentProblem(ProblemCode):
    """Problems of the Content sheet."""

    UNKNOWN_SLOT = "unknown-slot", N_("There is no place “{slot}” in the document. Did you mean “{nearest}”?")
    UNKNOWN_INDUSTRY = (
        "unknown-industry",
        N_("“{key}” is not on the Industries sheet. Did you mean “{nearest}”?"),
    )
    UNKNOWN_ROLE = "unknown-role-of-text", N_("“{key}” is not on the Roles sheet. Did you mean “{nearest}”?")
    CONDITION = "condition", N_("The condition cannot be read at character {position}: “{near}”.")
    UNKNOWN_FACT = "unknown-fact", N_("A condition knows no “{name}”. Did you mean “{nearest}”?")
    UNKNOWN_PLACEHOLDER = (
        "unknown-placeholder",
        N_("There is no placeholder {{{name}}}. Did you mean {{{nearest}}}?"),
    )
    STRAY_BRACE = "stray-brace", N_("A brace stands alone: placeholders look like {{company}}.")
    UNKNOWN_LANGUAGE = (
        "unknown-language-of-text",
        N_("“{language}” is not a language of proposals: use {known}."),
    )
