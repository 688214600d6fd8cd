"""Tables of catalogues: the catalogue, its versions, their items."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from app.database import now


class CatalogueRow(SQLModel, table=True):
    """A product line. `published` is the number of the version that proposals are made from."""

    __tablename__ = "catalogue"

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True, index=True, max_length=60)
    published: int | None = None
    created_at: datetime = Field(default_factory=now)


class CatalogueVersion(SQLModel, table=True):
    """One imported workbook; it never changes but for `published_at`, when it was last published.

    `content` is the catalogue without its items, `warnings` what was found at import without standing
    in the way, `files` the hashes of pictures by file name, for the next upload without them.
    """

    __tablename__ = "catalogue_version"
    __table_args__ = (UniqueConstraint("catalogue_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    catalogue_id: int = Field(foreign_key="catalogue.id", index=True)
    number: int
    filename: str = Field(max_length=255)
    source_hash: str = Field(max_length=64)
    workbook_hash: str = Field(max_length=64)
    item_count: int
    content: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    warnings: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    files: dict[str, list[str]] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    calculation: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON))
    created_by: str = Field(default="", max_length=200)
    created_at: datetime = Field(default_factory=now)
    published_at: datetime | None = None
    published_by: str = Field(default="", max_length=200)


class ItemRow(SQLModel, table=True):
    """An item of one version. `content` is the whole item as JSON, `words` what search compares."""

    __tablename__ = "catalogue_item"
    __table_args__ = (UniqueConstraint("version_id", "sku"),)

    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="catalogue_version.id", index=True)
    position: int
    sku: str = Field(max_length=100)
    content: str = Field(sa_column=Column(Text, nullable=False))
    words: str = Field(sa_column=Column(Text, nullable=False))
