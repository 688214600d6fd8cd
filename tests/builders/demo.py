"""An instance with the demo catalogues, for tests of screens that need real figures and pages."""

from pathlib import Path

from flask import Flask

from app.catalog.service import import_workbook
from tests.builders.web import instance_of, make_app

CATALOGUES = Path(__file__).parents[2] / "catalogs"


def make_demo_app(folder: Path, *keys: str, **settings: object) -> Flask:
    """An application in that folder with the named demo catalogues, published."""
    folder.mkdir(parents=True, exist_ok=True)
    app = make_app(folder, **settings)
    for key in keys:
        file = CATALOGUES / f"{key}.xlsx"
        import_workbook(
            instance_of(app),
            content=file.read_bytes(),
            filename=file.name,
            folder=CATALOGUES,
            by="test",
            publish=True,
        )
    return app
