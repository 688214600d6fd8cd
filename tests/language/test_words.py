from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.translations import SUPPORTED
from app.language.words import MINOR_UNITS, UNITS, amount_in_words

CURRENCIES = ("UAH", "RUB", "USD", "EUR", "KZT", "GBP", "PLN")


@pytest.mark.parametrize(
    ("amount", "currency", "uk", "ru", "en"),
    [
        (
            "1200000",
            "UAH",
            "Один мільйон двісті тисяч гривень 00 копійок",
            "Один миллион двести тысяч гривен 00 копеек",
            "One million two hundred thousand hryvnias 00 kopiykas",
        ),
        (
            "1200000",
            "RUB",
            "Один мільйон двісті тисяч рублів 00 копійок",
            "Один миллион двести тысяч рублей 00 копеек",
            "One million two hundred thousand roubles 00 kopecks",
        ),
        (
            "1000001.21",
            "UAH",
            "Один мільйон одна гривня 21 копійка",
            "Один миллион одна гривна 21 копейка",
            "One million one hryvnias 21 kopiykas",
        ),
        ("2002.02", "UAH", "Дві тисячі дві гривні 02 копійки", "Две тысячи две гривны 02 копейки", None),
        ("2002.02", "RUB", "Дві тисячі два рублі 02 копійки", "Две тысячи два рубля 02 копейки", None),
        ("21", "USD", "Двадцять один долар США 00 центів", "Двадцать один доллар США 00 центов", None),
        ("1.01", "USD", None, None, "One US dollar 01 cent"),
        ("112", "EUR", "Сто дванадцять євро 00 євроцентів", "Сто двенадцать евро 00 евроцентов", None),
        ("9", "UAH", "Девʼять гривень 00 копійок", None, None),
        ("5", "KZT", "Пʼять тенге 00 тиїнів", "Пять тенге 00 тиынов", "Five tenge 00 tiyn"),
        ("3.04", "PLN", "Три злоті 04 гроші", "Три злотых 04 гроша", "Three zlotys 04 groszy"),
        (
            "1",
            "GBP",
            "Один фунт стерлінгів 00 пенсів",
            "Один фунт стерлингов 00 пенсов",
            "One pound sterling 00 pence",
        ),
        ("0", "UAH", "Нуль гривень 00 копійок", "Ноль гривен 00 копеек", "Zero hryvnias 00 kopiykas"),
        ("0.5", "RUB", None, "Ноль рублей 50 копеек", "Zero roubles 50 kopecks"),
        (
            "-3",
            "UAH",
            "Мінус три гривні 00 копійок",
            "Минус три гривны 00 копеек",
            "Minus three hryvnias 00 kopiykas",
        ),
        ("-0.001", "UAH", "Нуль гривень 00 копійок", None, None),
        ("105.999", "UAH", "Сто шість гривень 00 копійок", None, "One hundred six hryvnias 00 kopiykas"),
        ("7", "JPY", "Сім JPY", "Семь JPY", "Seven JPY"),
        ("100.5", "CHF", "Сто CHF 50/100", "Сто CHF 50/100", "One hundred CHF 50/100"),
    ],
)
def test_amounts_are_said_as_an_invoice_says_them(
    amount: str, currency: str, uk: str | None, ru: str | None, en: str | None
) -> None:
    for language, text in zip(SUPPORTED, (uk, ru, en), strict=True):
        if text is not None:
            assert amount_in_words(Decimal(amount), currency, language) == text


@given(
    st.decimals(min_value=0, max_value=10**12, places=2),
    st.sampled_from(CURRENCIES),
    st.sampled_from(SUPPORTED),
)
def test_any_amount_has_words_of_its_own_language_only(amount: Decimal, currency: str, language: str) -> None:
    text = amount_in_words(amount, currency, language)
    assert text[0].isupper()
    assert not set(text) & set(",'")
    assert "  " not in text
    assert f" {int(amount * 100) % 100:02} " in text
    letters = {letter.lower() for letter in text.replace("США", "") if letter.isalpha()}
    alien = {"uk": "ыэъё", "ru": "іїєґʼ", "en": "абвгд"}[language]
    assert not letters & set(alien) - ({"ё"} if language == "ru" else set())


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(("uk", "ru")))
def test_only_the_last_word_bends_to_the_currency(whole: int, language: str) -> None:
    hryvnias = amount_in_words(Decimal(whole), "UAH", language).split()[:-3]
    roubles = amount_in_words(Decimal(whole), "RUB", language).split()[:-3]
    assert hryvnias[:-1] == roubles[:-1]
    if whole % 10 not in {1, 2} or whole % 100 in {11, 12}:
        assert hryvnias == roubles


@pytest.mark.parametrize("currency", CURRENCIES)
@pytest.mark.parametrize("language", SUPPORTED)
def test_every_currency_has_all_its_forms(currency: str, language: str) -> None:
    size = 2 if language == "en" else 3
    assert len(UNITS[currency][language]) == size
    assert len(MINOR_UNITS[currency][language]) == size
