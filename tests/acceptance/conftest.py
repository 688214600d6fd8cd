"""One instance for all cases of a module: they are many, and what they leave behind is looked at, too."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.instance import Instance, open_instance
from app.sandbox import Sandbox
from tests.conftest import make_settings


@pytest.fixture(scope="module")
def stocked_for_all(
    tmp_path_factory: pytest.TempPathFactory, _stocked: Path, warm_sandbox: Sandbox
) -> Iterator[Instance]:
    """An instance with both sample companies published."""
    folder = tmp_path_factory.mktemp("campaign") / "instance"
    shutil.copytree(_stocked, folder)
    instance = replace(open_instance(make_settings(folder)), sandbox=warm_sandbox)
    yield instance
    instance.database.dispose()
