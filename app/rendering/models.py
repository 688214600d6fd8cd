"""Tables of rendering: which pages a document gave, and their pictures."""

from datetime import datetime

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from app.database import now


class RenderedPages(SQLModel, table=True):
    """The pages of one document in one version of a theme; the same pair always gives the same bytes."""

    __tablename__ = "rendered_pages"

    document_hash: str = Field(primary_key=True)
    theme_version: str = Field(primary_key=True)
    pdf_hash: str = Field(index=True)
    size: int
    density: str
    grouped: bool
    problems: list[dict[str, object]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    created_at: datetime = Field(default_factory=now)


class PagePictures(SQLModel, table=True):
    """The pictures of a PDF's pages at one width, by content hash."""

    __tablename__ = "page_pictures"

    pdf_hash: str = Field(primary_key=True)
    width: int = Field(primary_key=True)
    hashes: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
