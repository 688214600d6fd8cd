"""Items are found however they are written."""

# ruff: noqa: E501 - the tables are read along the line

import time

import pytest

from app.catalog.model import Item
from app.catalog.search import search_items
from app.catalog.search_index import SearchIndex, search_words
from app.catalog.service import UnknownCatalogueError, import_workbook
from app.catalog.spelling import code_of, in_other_layouts, spell, words_of
from app.instance import Instance
from tests.builders.catalog import make_item, make_workbook

ITEMS = (
    ("VK-55", "Гвинтовий компресор ВК-55 ЧР", "Винтовой компрессор ВК-55 ЧР", "Screw compressor VK-55 VSD"),
    ("VK-75", "Гвинтовий компресор ВК-75", "Винтовой компрессор ВК-75", "Screw compressor VK-75"),
    (
        "OR-120",
        "Осушувач рефрижераторний ОР-120",
        "Осушитель рефрижераторный ОР-120",
        "Refrigerated dryer OR-120",
    ),
    ("RV-900", "Ресивер РВ-900", "Ресивер РВ-900", "Air receiver RV-900"),
    ("МФ-12", "Магістральні фільтри", "Магистральные фильтры", "Line filters"),
    ("00123", "Мастило «Зимове»", "Масло «Зимнее»", "Winter oil"),
)
LARGE_CATALOGUE = 20_000
SLOW_SECONDS = 2.0


def items() -> list[Item]:
    return [make_item(sku=sku, name={"uk": uk, "ru": ru, "en": en}) for sku, uk, ru, en in ITEMS]


def index(found: list[Item] | None = None) -> SearchIndex:
    return SearchIndex.build((item.sku, search_words(item)) for item in found or items())


COMPRESSORS = ["VK-55", "VK-75"]


@pytest.mark.parametrize(
    ("query", "skus"),
    [
        ("VK-55", ["VK-55"]), ("vk55", ["VK-55"]), ("вк 55", ["VK-55"]), ("ВК-55", ["VK-55"]), ("BK-55", ["VK-55"]),
        ("00123", ["00123"]), ("123", ["00123"]), ("mf12", ["МФ-12"]), ("МФ12", ["МФ-12"]),
        ("компресор", COMPRESSORS), ("КОМПРЕССОР", COMPRESSORS), ("compressor", COMPRESSORS), ("компрес", COMPRESSORS),
        ("винтовой компрессор", COMPRESSORS), ("компрессор винтовой 75", ["VK-75"]), ("зимове", ["00123"]),
        ("кампресор", COMPRESSORS), ("компрсор", COMPRESSORS), ("compresor", COMPRESSORS), ("осушивач", ["OR-120"]),
        ("receivr", ["RV-900"]), ("винтавой компресор", COMPRESSORS), ("рефрежираторний", ["OR-120"]),
        ("kompresor", COMPRESSORS), ("kompressor", COMPRESSORS), ("osushuvach", ["OR-120"]), ("gvyntovyi", COMPRESSORS),
        ("компрессор VSD", ["VK-55"]), ("ресивер", ["RV-900"]), ("resiver", ["RV-900"]), ("филтры", ["МФ-12"]),
        ("rjvghtccjh", COMPRESSORS), ("rjvghtcjh", COMPRESSORS), ("jceiedfx", ["OR-120"]), ("сщьзкуыыщк", COMPRESSORS),
        ("сщьзкуііщк", COMPRESSORS), ("мл-55", ["VK-55"]), ("abkmnhs", ["МФ-12"]), ("vfcnbkj", ["00123"]),
        ("zzzz", []), ("[]", []), ("99", []), ("«зимнее»", ["00123"]),
    ],
)  # fmt: skip
def test_items_are_found(query: str, skus: list[str]) -> None:
    assert index().search(query, limit=10) == skus


def test_an_empty_query_gives_the_first_items() -> None:
    assert index().search("  ", limit=2) == ["VK-55", "VK-75"]


def test_a_whole_sku_comes_before_everything_else() -> None:
    found = [make_item(sku="A-1", name={"en": "B-2 stand"}), make_item(sku="B-2"), make_item(sku="B-22")]
    assert index(found).search("b-2", limit=3)[0] == "B-2"


def test_names_count_more_than_descriptions() -> None:
    found = [make_item(sku="A", description={"en": "for a dryer"}), make_item(sku="B", name={"en": "Dryer"})]
    assert index(found).search("dryer", limit=2) == ["B", "A"]


def test_if_no_item_has_every_word_those_with_most_are_shown() -> None:
    assert index().search("компресор позамежний", limit=5) == COMPRESSORS


def test_attributes_and_categories_are_searched() -> None:
    item = make_item(attributes={"Колір": "бірюзовий"}, category={"uk": "Техніка"})
    assert index([item]).search("бірюзовий техніка", limit=1) == ["VK-55"]


def test_very_long_queries_are_cut() -> None:
    assert index().search("компресор " * 500, limit=2) == COMPRESSORS


@pytest.mark.parametrize(
    ("text", "spelt"),
    [("компрессор", "kompresor"), ("Compressor", "kompresor"), ("Щітка", "shitka"), ("Їжак", "izhak"), ("café", "kafe"),
     ("Філіпс", "filips"), ("Philips", "filips"), ("обʼєкт", "obekt")],
)  # fmt: skip
def test_one_spelling(text: str, spelt: str) -> None:
    assert spell(text) == spelt


def test_words_and_codes() -> None:
    assert words_of("Насос ВК-55/2") == ["nasos", "vk", "55", "2", "vk552"]
    assert code_of(" вк-55 ") == code_of("BK 55") == "bk55"


def test_layouts_go_both_ways() -> None:
    assert "компрессор" in in_other_layouts("rjvghtccjh")
    assert "осушувач" in in_other_layouts("jceiedfx")
    assert "compressor" in in_other_layouts("сщьзкуыыщк")


def test_a_large_catalogue_is_searched_in_a_moment() -> None:
    found = [
        make_item(sku=f"P-{number}", name={"uk": f"Насос модель {number * 7919 % 100_003}"})
        for number in range(LARGE_CATALOGUE)
    ]
    large = index(found)
    began = time.process_time()
    for query in ("насос", "P-777", "yfcjc", "насас 7919", "zzzz"):
        large.search(query, limit=20)
    assert time.process_time() - began < SLOW_SECONDS


def test_the_published_version_is_searched(any_instance: Instance) -> None:
    with pytest.raises(UnknownCatalogueError), any_instance.database.session() as session:
        search_items(session, None, "насос", language="uk")
    upload = {"filename": "a.xlsx", "by": "admin@example.com", "publish": True}
    import_workbook(any_instance, content=make_workbook().build(), **upload)  # type: ignore[arg-type]  # by name
    with any_instance.database.session() as session:
        assert [item.sku for item in search_items(session, "pumps", "jceitdfx", language="uk")] == ["OR-120"]
    renamed = make_workbook().cell("Items!B3", "Насос глибинний").build()
    import_workbook(any_instance, content=renamed, **upload)  # type: ignore[arg-type]  # by name
    with any_instance.database.session() as session:
        assert [item.sku for item in search_items(session, "pumps", "насос", language="uk")] == ["OR-120"]
        assert len(search_items(session, None, "", language="uk", limit=1)) == 1
