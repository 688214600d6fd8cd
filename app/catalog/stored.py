"""Catalogues and items as JSON, and back to the same frozen values."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from app.catalog.model import Catalogue, Item

CATALOGUE: TypeAdapter[Catalogue] = TypeAdapter(Catalogue)
ITEM: TypeAdapter[Item] = TypeAdapter(Item)


class StoredItems(Mapping[str, Item]):
    """Items by SKU, in the workbook's order; each is read from its JSON when first asked for."""

    def __init__(self, stored: Mapping[str, str]) -> None:
        self._stored = dict(stored)
        self._read: dict[str, Item] = {}

    def __getitem__(self, sku: str) -> Item:
        item = self._read.get(sku)
        if item is None:
            item = self._read[sku] = load_item(self._stored[sku])
        return item

    def __iter__(self) -> Iterator[str]:
        return iter(self._stored)

    def __len__(self) -> int:
        return len(self._stored)

    def __contains__(self, sku: object) -> bool:
        return sku in self._stored


def dump_item(item: Item) -> str:
    """The item as JSON."""
    return ITEM.dump_json(item, exclude_defaults=True).decode()


def load_item(text: str) -> Item:
    """The item of that JSON."""
    return ITEM.validate_json(text)


def dump_catalogue(catalogue: Catalogue) -> dict[str, Any]:
    """The catalogue without its items."""
    content: dict[str, Any] = CATALOGUE.dump_python(replace(catalogue, items={}), mode="json")
    return content


def load_catalogue(content: Mapping[str, Any], *, items: Mapping[str, Item], version: int) -> Catalogue:
    """The catalogue of that JSON with its items and its number."""
    return replace(CATALOGUE.validate_python({**content, "items": {}}), items=items, version=version)
