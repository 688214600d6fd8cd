import re
from decimal import Decimal
from itertools import product

import pytest

from app.catalog.model import Catalogue
from app.catalog.service import published_catalogue
from app.personalization.content import Context, Slot, choose
from app.personalization.service import check_content, known_placeholders
from app.personalization.taxonomy import match

BOOKS = ("compressors", "cleaning-services")
LANGUAGES = ("uk", "ru", "en")
OWN_SLOTS = (Slot.COVER_HEADING, Slot.COVER_LEAD, Slot.COVER_LETTER, Slot.SOLUTION_REASON, Slot.MAIL_SUBJECT)
PAYBACK_WORDS = re.compile(
    r"\{(payback|payback_month|payback_month_in|roi|npv|irr|saving_year|saving_month)\}"
)
PLACEHOLDER = re.compile(r"‹.*?›")
MONTHS = {"uk": "14 місяців", "ru": "14 месяцев", "en": "14 months"}
MOST_HEADING_CHARS = 60
MOST_LABEL_CHARS = 22
CALCULATED = re.compile(r"окупн|окупи|економі|экономи|припущ|допущ|payback|saving|assumption", re.IGNORECASE)


@pytest.fixture(params=BOOKS)
def catalogue(request, stocked) -> Catalogue:
    with stocked.database.session() as session:
        return published_catalogue(session, request.param)


def context(catalogue, language, industry, role, *, pays: bool, **facts):
    values = {name.casefold(): f"‹{name}›" for name in known_placeholders(catalogue)}
    values |= {"payback": MONTHS[language]}
    known = {"pays_back": pays, "payback": Decimal(14), **facts}
    if not pays:
        values = {name: value for name, value in values.items() if not PAYBACK_WORDS.fullmatch(f"{{{name}}}")}
    return Context(language=language, industry=industry, role=role, facts=known, values=values)


def everyone(catalogue):
    industries = [None, *(term.key for term in catalogue.industries)]
    roles = [None, *(term.key for term in catalogue.roles)]
    return product(LANGUAGES, industries, roles)


def test_the_importer_finds_nothing_to_mend(catalogue):
    assert check_content(catalogue) == ()


def test_industry_and_role_have_texts_of_their_own_in_each_language(catalogue):
    industries, roles = ([term.key for term in terms] for terms in (catalogue.industries, catalogue.roles))
    written = {(block.slot, block.language, block.industry, block.role) for block in catalogue.content}
    assert set(product(OWN_SLOTS, LANGUAGES, industries, roles)) - written == set()


@pytest.mark.parametrize("pays", [True, False])
def test_every_slot_speaks_to_everyone_whether_or_not_it_pays_back(catalogue, pays):
    silent = [
        (slot, *who)
        for slot in Slot
        for who in everyone(catalogue)
        if not choose(catalogue, slot, context(catalogue, *who, pays=pays))
    ]
    assert silent == []


def test_no_payback_is_claimed_where_there_is_none(catalogue):
    for slot, who in product(Slot, everyone(catalogue)):
        text = choose(catalogue, slot, context(catalogue, *who, pays=False)) or ""
        assert not PAYBACK_WORDS.search(text), (slot, who, text)


def test_a_block_that_names_the_payback_asks_whether_there_is_one(catalogue):
    careless = [
        block.row
        for block in catalogue.content
        if PAYBACK_WORDS.search(block.text) and "pays_back" not in block.condition
    ]
    assert careless == []


@pytest.mark.parametrize(
    "slot",
    [
        Slot.COVER_HEADING,
        Slot.COVER_LEAD,
        Slot.COVER_LETTER,
        Slot.ECONOMICS_HEADING,
        Slot.ECONOMICS_LEAD,
        Slot.LEGAL,
    ],
)
def test_what_was_not_calculated_is_neither_promised_nor_regretted(catalogue, slot):
    for who in everyone(catalogue):
        known = context(catalogue, *who, pays=False, payback=None)
        text = choose(catalogue, slot, known) or ""
        assert not CALCULATED.search(PLACEHOLDER.sub("", text)), (who, text)


def test_the_first_questions_have_labels_for_a_narrow_field(catalogue):
    for question in catalogue.questions[:4]:
        assert max(len(label) for label in question.label.values()) <= MOST_LABEL_CHARS, question.key


def test_headings_fit_three_lines_of_the_cover(catalogue):
    long = [
        block.text
        for block in catalogue.content
        if block.slot == Slot.COVER_HEADING
        and len(block.text.replace("{payback}", MONTHS[block.language])) > MOST_HEADING_CHARS
    ]
    assert long == []


def test_letters_have_two_paragraphs_and_every_mark_is_filled(catalogue):
    for block in catalogue.content:
        assert not re.search(r"<@?\w+>|  ", block.text), block.row
        if block.slot == Slot.COVER_LETTER:
            assert block.text.count("\n\n") == 1


def test_a_text_stays_in_its_language(catalogue):
    letters = {"uk": "ыэёъ", "ru": "іїєґ", "en": "абвгдежзийклмнопрстуфхцчшщыьэюяіїєґ"}
    mixed = [
        (block.row, block.language)
        for block in catalogue.content
        if set(letters[block.language]) & set(block.text.lower())
    ]
    assert mixed == []


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("финдир", "cfo"),
        ("Фінансовий директор", "cfo"),
        ("CEO", "ceo"),
        ("засновник", "ceo"),
        ("закупівельник", "procurement"),
        ("Head of purchasing", "procurement"),
    ],
)
def test_job_titles_are_understood(catalogue, said, role):
    assert match(catalogue.roles, said).key == role


@pytest.mark.parametrize(
    ("key", "said", "industry"),
    [
        ("compressors", "виробництво меблів", "woodworking"),
        ("compressors", "Общепит", "food"),
        ("compressors", "Food service", "food"),
        ("compressors", "Manufacturing", None),
        ("cleaning-services", "Logistics", "warehouse"),
        ("cleaning-services", "Медицина", "medical"),
        ("cleaning-services", "SaaS", "offices"),
    ],
)
def test_industries_are_understood(stocked, key, said, industry):
    with stocked.database.session() as session:
        found = match(published_catalogue(session, key).industries, said)
    assert (found.key if found else None) == industry
