"""Whoever calls, in whatever script, with however many lines: four right pages and one mail."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from app.delivery.service import Courier
from app.instance import Instance
from tests.acceptance.campaign import (
    CATALOGUES,
    LANGUAGES,
    SIZES,
    Case,
    Skus,
    rotating_cases,
    skus_of,
    wrong_case,
    wrong_mails,
)

LEADS = json.loads((Path(__file__).parents[1] / "data" / "leads.json").read_text("utf-8"))
CASES = tuple(rotating_cases(LEADS))


@pytest.fixture(scope="module")
def skus(stocked_for_all: Instance) -> Mapping[str, Skus]:
    return {key: skus_of(stocked_for_all, key) for key in CATALOGUES}


@pytest.fixture(scope="module")
def courier(stocked_for_all: Instance) -> Courier:
    return Courier(stocked_for_all)


def test_every_size_meets_every_language_and_catalogue() -> None:
    met = {(case.size, case.language, case.catalogue) for case in CASES}
    assert met == {(size, lang, key) for size in SIZES for lang in LANGUAGES for key in CATALOGUES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.lead['id']}-{case.size}-{case.language}")
def test_a_lead_gets_four_pages_and_one_mail_or_a_reason_why_not(
    stocked_for_all: Instance, courier: Courier, skus: Mapping[str, Skus], case: Case
) -> None:
    assert list(wrong_case(stocked_for_all, courier, case, skus[case.catalogue])) == [], case.name


def test_in_the_end_there_is_one_mail_for_each_that_was_sent(stocked_for_all: Instance) -> None:
    assert list(wrong_mails(stocked_for_all)) == []
