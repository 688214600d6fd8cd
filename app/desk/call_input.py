"""What stands in the call form, as it was typed: the shape in which a draft is kept and comes back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from werkzeug.datastructures import MultiDict

FIELDS = (
    "company.name",
    "company.industry",
    "company.tax_id",
    "company.city",
    "company.country",
    "contact.name",
    "contact.role",
    "contact.email",
    "contact.phone",
    "catalog",
    "language",
    "currency",
    "valid_days",
    "note",
    "discount.percent",
    "discount.reason",
    "call.seconds",
    "call.tab",
)
ANSWER_PREFIX = "answers."
LINE_COLUMNS = ("row", "sku", "quantity", "discount_percent")


@dataclass(frozen=True, slots=True)
class TypedLine:
    """One line of the form. `row` names it on the page and stays when lines above it go."""

    row: str
    sku: str
    quantity: str = "1"
    discount_percent: str = ""


@dataclass(frozen=True, slots=True)
class CallInput:
    """Raw texts by their path in the brief, valid or not."""

    fields: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[TypedLine, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, path: str) -> str:
        return self.fields.get(path, "")

    def having(self, **changes: str) -> "CallInput":
        """The same with some fields set; `__` in a name stands for the point of the path."""
        named = {name.replace("__", "."): value for name, value in changes.items()}
        return replace(self, fields={**self.fields, **named})

    def as_draft(self) -> dict[str, Any]:
        """JSON in the shape of a brief, with the texts as they were typed."""
        draft: dict[str, Any] = {}
        for path, text in self.fields.items():
            part, _, key = path.rpartition(".")
            (draft.setdefault(part, {}) if part else draft)[key] = text
        draft["answers"] = dict(self.answers)
        draft["lines"] = [
            {"sku": line.sku, "quantity": line.quantity, "discount_percent": line.discount_percent}
            for line in self.lines
        ]
        return draft


def from_post(post: MultiDict[str, str]) -> CallInput:
    """The form as a browser posts it: lines are the repeated fields `line.sku`, `line.quantity` and so on."""
    columns = [post.getlist(f"line.{column}") for column in LINE_COLUMNS]
    return CallInput(
        fields={path: post[path].strip() for path in FIELDS if path in post},
        lines=tuple(TypedLine(*(text.strip() for text in row)) for row in zip(*columns, strict=False)),
        answers={
            name.removeprefix(ANSWER_PREFIX): text.strip()
            for name, text in post.items()
            if name.startswith(ANSWER_PREFIX)
        },
    )


def from_draft(draft: Mapping[str, Any]) -> CallInput:
    """A kept draft; a brief's JSON is one, too."""
    return CallInput(
        fields={path: text for path in FIELDS if (text := _text(_at(draft, path)))},
        lines=tuple(
            TypedLine(
                row=str(number),
                sku=_text(line.get("sku")),
                quantity=_text(line.get("quantity")),
                discount_percent=_zero_as_empty(_text(line.get("discount_percent"))),
            )
            for number, line in enumerate(_mappings(draft.get("lines")), start=1)
        ),
        answers={key: _text(text) for key, text in (draft.get("answers") or {}).items()},
    )


def _at(draft: Mapping[str, Any], path: str) -> object:
    part, _, key = path.rpartition(".")
    place = draft.get(part) if part else draft
    return place.get(key) if isinstance(place, Mapping) else None


def _mappings(values: object) -> Iterable[Mapping[str, Any]]:
    return (
        (value for value in values if isinstance(value, Mapping)) if isinstance(values, list | tuple) else ()
    )


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _zero_as_empty(text: str) -> str:
    return "" if text in {"0", "0.0", "0.00"} else text
