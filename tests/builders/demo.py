"""An application with the sample companies, for tests of screens that need real figures and pages."""

import shutil
from pathlib import Path

from flask import Flask

from tests.builders.web import make_app


def make_demo_app(folder: Path, published: Path, **settings: object) -> Flask:
    """An application in that folder, which must not exist, with a copy of what is published."""
    shutil.copytree(published, folder)
    return make_app(folder, tables=False, **settings)
