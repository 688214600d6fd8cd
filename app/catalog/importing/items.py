"""The Items sheet: what is sold, at which prices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from openpyxl.utils import get_column_letter

from app.catalog.cell_values import plain, read_text
from app.catalog.importing.keys import split
from app.catalog.importing.lists import Terms
from app.catalog.importing.settings import CatalogueSettings, currency_code, read_percent
from app.catalog.importing.shelf import PictureShelf, StoredPicture
from app.catalog.model import Item, Tier
from app.catalog.problems import WorkbookProblem
from app.catalog.row_problems import ItemProblem, TextProblem
from app.catalog.table import Row, Table
from app.pricing.money import Money

MAX_SKU_LENGTH = 100
MAX_NAME_LENGTH = 300
MAX_ATTRIBUTE_LENGTH = 500
MAX_ROUNDING_SHARE = Decimal("0.005")


@dataclass(slots=True)
class ItemReader:
    """Reads rows one by one; remembers the SKUs that it has seen."""

    table: Table
    settings: CatalogueSettings
    industries: Terms
    shelf: PictureShelf
    seen: dict[str, int] = field(default_factory=dict)

    def read(self) -> dict[str, Item]:
        """Every item that is sound, by SKU."""
        self._check_tiers()
        items = (self._item(row) for row in self.table.rows)
        found = {item.sku: item for item in items if item}
        if not self.seen and not found:
            self.table.findings.add(
                f"{self.table.sheet.title}!A{self.table.header_row + 1}", ItemProblem.NO_ITEMS
            )
        return found

    def _item(self, row: Row) -> Item | None:
        sku = self._sku(row)
        name = row.texts("name", limit=MAX_NAME_LENGTH)
        if not name and not row.broken("name"):
            row.missing("name")
        rate = self._rate(row)
        price = self._price(row, rate)
        picture = self._picture(row)
        if not sku or not name or price is None or rate is None:
            return None
        return Item(
            sku=sku,
            name=name,
            list_price=price,
            description=row.texts("description"),
            characteristics=row.texts("characteristics"),
            category=row.texts("category", limit=200),
            unit=row.texts("unit", limit=40),
            tax_percent=read_percent(row, "tax"),
            cost=self._cost(row, rate),
            tiers=self._tiers(row, price, rate),
            minimum_quantity=self._minimum(row),
            industries=self._industries(row),
            picture=picture.small if picture else None,
            picture_large=picture.large if picture else None,
            attributes=self._attributes(row),
            row=row.number,
        )

    def _sku(self, row: Row) -> str:
        sku = " ".join(row.required("sku", limit=MAX_SKU_LENGTH).split())
        key = sku.casefold()
        if key and key in self.seen:
            row.note("sku", ItemProblem.DUPLICATE_SKU, value=sku, row=str(self.seen[key]))
            return ""
        self.seen.setdefault(key, row.number)
        return sku

    def _rate(self, row: Row) -> Decimal | None:
        """What one unit of the row's currency costs in the catalogue's."""
        text = row.text("currency")
        if not text:
            return Decimal(1)
        code = currency_code(text)
        if code == self.settings.currency:
            return Decimal(1)
        rate = self.settings.rates.get(code or "")
        if rate is None:
            row.note("currency", WorkbookProblem.UNKNOWN_CURRENCY, value=code or text)
        return rate

    def _price(self, row: Row, rate: Decimal | None) -> Decimal | None:
        number = row.number_in("price")
        if number is None:
            empty = row.value("price") is None or not read_text(row.value("price"))
            if empty and not row.broken("price"):
                row.missing("price")
            return None
        return self._money(row, "price", number, rate)

    def _cost(self, row: Row, rate: Decimal) -> Decimal | None:
        number = row.number_in("cost")
        return None if number is None else self._money(row, "cost", number, rate)

    def _money(self, row: Row, column: str, number: Decimal, rate: Decimal | None) -> Decimal | None:
        """The amount in the catalogue's currency, to its minor unit: what a page shows is what is summed."""
        if number < 0:
            row.note(column, WorkbookProblem.NEGATIVE, value=plain(number))
            return None
        rounded = self._rounded(number, rate)
        if rounded is None:
            currency = self.settings.currency
            row.note(column, ItemProblem.PRICE_DIGITS, value=plain(number), currency=currency)
        return rounded

    def _rounded(self, number: Decimal, rate: Decimal | None) -> Decimal | None:
        """The amount to the minor unit; None where rounding would make another price of it."""
        exact = number * (rate or 1)
        rounded = Money.rounded(exact, self.settings.currency).amount
        return None if abs(rounded - exact) > exact * MAX_ROUNDING_SHARE else rounded

    def _check_tiers(self) -> None:
        seen: set[Decimal] = set()
        for position, quantity in self.table.tiers.items():
            place = f"{self.table.sheet.title}!{get_column_letter(position)}{self.table.header_row}"
            if quantity <= 0:
                text = read_text(self.table.sheet.rows[self.table.header_row - 1][position - 1])
                self.table.findings.add(place, ItemProblem.BAD_TIER, value=text)
            elif quantity in seen:
                self.table.findings.add(place, ItemProblem.TIER_TWICE, quantity=plain(quantity))
            seen.add(quantity)

    def _tiers(self, row: Row, price: Decimal, rate: Decimal) -> tuple[Tier, ...]:
        tiers: list[Tier] = []
        before = price
        for position, quantity in sorted(self.table.tiers.items(), key=lambda pair: pair[1]):
            number = row.number_at(position)
            if number is None or quantity <= 0:
                continue
            place = f"{self.table.sheet.title}!{get_column_letter(position)}{row.number}"
            amount = self._rounded(number, rate)
            if number < 0:
                self.table.findings.add(place, WorkbookProblem.NEGATIVE, value=plain(number))
            elif amount is None:
                currency = self.settings.currency
                self.table.findings.add(
                    place, ItemProblem.PRICE_DIGITS, value=plain(number), currency=currency
                )
            elif amount > before:
                self.table.findings.add(place, ItemProblem.TIER_RISES, quantity=plain(quantity))
            else:
                tiers.append(Tier(quantity, amount))
                before = amount
        return tuple(tiers)

    def _minimum(self, row: Row) -> Decimal:
        number = row.number_in("minimum")
        if number is not None and number <= 0:
            row.note("minimum", WorkbookProblem.NOT_POSITIVE, value=plain(number))
            return Decimal(1)
        return Decimal(1) if number is None else number

    def _industries(self, row: Row) -> tuple[str, ...]:
        found = []
        for text in split(row.text("industries")):
            key = self.industries.key(text)
            if key:
                found.append(key)
            else:
                nearest = self.industries.nearest(text)
                row.note("industries", TextProblem.UNKNOWN_INDUSTRY, value=text, nearest=nearest)
        return tuple(found)

    def _picture(self, row: Row) -> StoredPicture | None:
        content = self.table.sheet.pictures.get(row.number)
        if content is not None:
            picture = self.shelf.embedded(content)
            if picture is None:
                row.note("picture", ItemProblem.BROKEN_PICTURE)
            return picture
        name = row.text("picture", limit=255)
        picture = self.shelf.picture(name) if name else None
        if name and picture is None:
            broken = self.shelf.has(name)
            code = ItemProblem.BROKEN_PICTURE if broken else ItemProblem.MISSING_PICTURE
            row.note("picture", code, value=name)
        return picture

    def _attributes(self, row: Row) -> Mapping[str, str]:
        percents = self.table.sheet.percents
        texts = {
            header: read_text(row.at(position), percent=(row.number, position) in percents)
            for position, header in self.table.attributes.items()
            if (row.number, position) not in self.table.sheet.errors
        }
        return {header: text[:MAX_ATTRIBUTE_LENGTH] for header, text in texts.items() if text}
