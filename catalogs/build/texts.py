"""Texts in three languages, as they stand in the source files of a company."""

import csv
import re
import tomllib
from pathlib import Path
from typing import Any

LANGUAGES = ("uk", "ru", "en")
SEPARATOR = "¦"
UNITS = {
    "kW": ("кВт", "кВт", "kW"),
    "flow": ("м³/хв", "м³/мин", "m³/min"),
    "bar": ("бар", "бар", "bar"),
    "l": ("л", "л", "l"),
    "um": ("мкм", "мкм", "µm"),
    "dew": ("точка роси", "точка росы", "dew point"),
    "vsd": ("частотний привід", "частотный привод", "variable speed"),
    "oilfree": ("повітря без масла", "воздух без масла", "oil-free air"),
    "passport": ("паспорт посудини", "паспорт сосуда", "vessel certificate"),
}


def read_toml(path: Path) -> dict[str, Any]:
    """The file as a dictionary."""
    return tomllib.loads(path.read_text("utf-8"))


def read_table(path: Path) -> list[dict[str, str]]:
    """Rows of a file whose cells are parted by «|»."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE))


def in_three(text: str) -> tuple[str, str, str]:
    """«uk¦ru¦en», or one text with {unit} marks whose decimals are pointed for English."""
    if SEPARATOR in text:
        uk, ru, en = text.split(SEPARATOR)
        return uk, ru, en
    written = [re.sub(r"\{(\w+)\}", lambda m, n=n: UNITS[m[1]][n], text) for n in range(3)]
    return written[0], written[1], re.sub(r"(\d),(\d)", r"\1.\2", written[2])


def as_three(value: Any) -> tuple[Any, Any, Any]:
    """A [uk, ru, en] list, or one value for all."""
    return (value[0], value[1], value[2]) if isinstance(value, list) else (value, value, value)
