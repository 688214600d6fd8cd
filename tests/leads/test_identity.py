"""Two spellings of one company, address or phone are the same."""

import pytest

from app.leads.identity import company_key, email_key, phone_key, tax_key


@pytest.mark.parametrize(
    "name",
    [
        "Карпатські меблі",
        "ТОВ «Карпатські меблі»",
        'Товариство з обмеженою відповідальністю "Карпатські Меблі"',
        "  карпатські   МЕБЛІ, ТОВ",
        "КАРПАТСЬКІ-МЕБЛІ",
    ],
)
def test_a_company_is_known_without_its_legal_form_case_and_quotes(name: str) -> None:
    assert company_key(name) == "карпатські меблі"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("ООО «Ёлка»", "елка"),
        ("O'Reilly & Sons Ltd.", "oreilly sons"),
        ("Example Sp. z o.o.", "example"),
        ("Beispiel GmbH & Co. KG", "beispiel"),
        ("ТОВ", "тов"),
        ("***", "***"),
        ("巨奥网络有限公司", "巨奥网络有限公司"),
        ("=1+1", "1 1"),
    ],
)
def test_a_key_is_never_empty(name: str, key: str) -> None:
    assert company_key(name) == key


@pytest.mark.parametrize(
    ("phone", "country", "key"),
    [
        ("+380 00 000 00 00", "UA", "+380000000000"),
        ("067 000 00 01", "UA", "+380670000001"),
        ("067 000 00 01", None, "+380670000001"),
        ("067 000 00 01", "Україна", "+380670000001"),
        ("(415) 555-0100", "us", "+14155550100"),
        ("448", "UA", None),
        ("ext.", "UA", None),
        ("0000-0000-0000-0000-0000", "UA", "00000000000000000000"),
        ("", None, None),
        (None, None, None),
    ],
)
def test_a_phone_is_compared_as_an_international_number(
    phone: str | None, country: str | None, key: str | None
) -> None:
    assert phone_key(phone, country) == key


def test_addresses_and_tax_numbers_are_compared_without_case_and_punctuation() -> None:
    assert email_key(" Boiko@Example.COM ") == "boiko@example.com"
    assert email_key("  ") is None
    assert tax_key("UA 1234-5678") == "ua12345678"
    assert tax_key(None) is None
