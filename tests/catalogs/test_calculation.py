import shutil
from pathlib import Path
from random import Random

import pytest

from tests.catalogs.engines import by_formualizer, by_ironcalc, by_libreoffice, same
from tests.catalogs.offers import offer, open_book, random_inputs

BOOKS = ("compressors", "cleaning-services")
CASES = 30


def results(key, **quantities):
    book = open_book(key)
    cells = by_ironcalc(book.path, offer(book, **quantities), list(book.results.values()))
    return {name: cells[cell] for name, cell in book.results.items()}


def months(found):
    return found["investment"] / found["yearly_saving"] * 12


@pytest.mark.parametrize("key", BOOKS)
def test_both_engines_agree_on_every_result_whatever_the_inputs(key):
    book, dice = open_book(key), Random(key)
    cells = sorted(set(book.results.values()))
    for _ in range(CASES):
        inputs = random_inputs(book, dice)
        first, second = (by(book.path, inputs, cells) for by in (by_ironcalc, by_formualizer))
        assert {c: (first[c], second[c]) for c in cells if not same(first[c], second[c])} == {}


@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("key", BOOKS)
def test_every_result_equals_what_libreoffice_gives(key, tmp_path: Path):
    book, dice = open_book(key), Random(key)
    cells = sorted(set(book.results.values()))
    cases = [random_inputs(book, dice) for _ in range(CASES)]
    for inputs, expected in zip(cases, by_libreoffice(book.path, cases, cells, tmp_path), strict=True):
        found = by_ironcalc(book.path, inputs, cells)
        assert {c: (found[c], expected[c]) for c in cells if not same(found[c], expected[c])} == {}


@pytest.mark.parametrize(
    "lines",
    [
        {"VK_55": 1, "OR_120": 1, "RV_900": 1, "MF_12": 1, "IN_1": 1},
        {"VK_55_VSD": 1, "OR_120": 1, "RV_900": 1, "MF_12": 1, "IN_1": 1},
        {"VK_55_VSD": 1, "OR_120": 1, "RV_900": 1, "MF_12": 1, "IN_1": 1, "HR_55": 1},
        {"VK_37_VSD": 1, "OR_70": 1, "RV_900": 1, "MF_12": 1, "IN_1": 1},
    ],
)
def test_a_usual_compressor_offer_pays_back_within_nine_to_twenty_months(lines):
    assert 9 <= months(results("compressors", **lines)) <= 20


@pytest.mark.parametrize("lines", [{"PP_63": 120, "PF_63": 2}, {"SV_12": 1}, {"OL_20": 4, "FK_55": 1}])
def test_what_saves_nothing_is_not_said_to_save(lines):
    assert results("compressors", **lines)["yearly_saving"] == ""


def test_a_dryer_alone_is_bought_for_dry_air_and_calculates_no_saving():
    assert results("compressors", OR_120=1)["yearly_saving"] == ""


def test_heat_recovery_saves_more():
    lines = {"VK_55_VSD": 1, "OR_120": 1}
    with_heat, without = results("compressors", **lines, HR_55=1), results("compressors", **lines)
    assert with_heat["yearly_saving"] > without["yearly_saving"]
    assert with_heat["heat_gain"] > 0
    assert without["heat_gain"] == ""


def test_a_service_contract_is_a_yearly_cost_and_no_investment():
    lines = {"VK_55": 1, "OR_120": 1}
    assert (
        results("compressors", **lines, SV_36=3)["investment"]
        == results("compressors", **lines)["investment"]
    )


def test_a_compressor_too_small_leaves_the_rest_to_the_old_ones():
    found = results("compressors", VK_22=1)
    assert found["air_reserve"] == ""
    assert found["energy_after"] > results("compressors", VK_55=1)["energy_after"]


@pytest.mark.parametrize("key", BOOKS)
def test_the_rows_of_the_table_add_up_to_the_saving(key):
    lines = {
        "compressors": {"VK_55": 1, "HR_55": 1, "IN_1": 1},
        "cleaning-services": {"CL_D5": 2400, "ST_EQ": 1},
    }
    found = results(key, **lines[key])
    signs = {
        "compressors": {"energy_now": 1, "energy_after": -1, "maintenance_now": 1, "maintenance_after": -1},
        "cleaning-services": {"staff_now": 1, "other_now": 1, "contract_after": -1, "own_after": -1},
    }
    assert sum(sign * found[name] for name, sign in signs[key].items()) == found["yearly_saving"]


def test_contract_cleaning_saves_with_the_usual_answers_and_invests_only_the_start():
    lines = {"CL_D5": 2400, "CL_SUP": 1, "CN_SET": 1}
    found = results("cleaning-services", **lines, ST_TEAM=1, ST_EQ=1)
    assert found["investment"] == 1160
    assert found["yearly_saving"] == results("cleaning-services", **lines)["yearly_saving"] > 0


def test_works_that_replace_no_own_cleaners_save_nothing():
    assert results("cleaning-services", CL_WIN=300)["yearly_saving"] == ""
    assert results("cleaning-services", ST_POST=300)["yearly_saving"] == ""
