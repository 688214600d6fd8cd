import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.translations import SUPPORTED
from app.language.typography import polish


@pytest.mark.parametrize(
    ("language", "text", "polished"),
    [
        ("uk", 'ТОВ "Карпатські меблі"', "ТОВ «Карпатські меблі»"),
        ("ru", 'ООО "Ромашка"', "ООО «Ромашка»"),
        ("en", 'The "Daisy" company', "The_“Daisy” company"),
        ("uk", 'екран 15" завширшки', 'екран 15" завширшки'),
        ("uk", "компресор - це повітря", "компресор_— це_повітря"),
        ("uk", "компресор — це повітря", "компресор_— це_повітря"),
        ("en", "air - on time", "air_– on_time"),
        ("uk", "зниження на -5 градусів", "зниження на_−5 градусів"),
        ("uk", "потужність 55 кВт", "потужність 55_кВт"),
        ("uk", "1 200 000 грн", "1_200_000_грн"),
        ("uk", "економія 35 %", "економія 35_%"),
        ("uk", "№ 5", "№_5"),
        ("uk", "№5", "№_5"),
        ("uk", "п'ять і м'який", "пʼять і_мʼякий"),
        ("en", "the client's page", "the_client’s page"),
        ("uk", "чекаємо...", "чекаємо…"),
        ("uk", "у місті з нами", "у_місті з_нами"),
        ("ru", "и в городе", "и_в_городе"),
        ("uk", "В Україні", "В_Україні"),
        ("uk", "модель VK-55, серія 2026-11", "модель VK-55, серія 2026-11"),
        ("uk", "дзвоніть +380 44 123 45 67", "дзвоніть +380 44 123 45 67"),
        ("uk", "a-b@mail.example і http://x.example/-5", "a-b@mail.example і_http://x.example/-5"),
        ("uk", "коштує {total} у {city}", "коштує {total} у_{city}"),
        ("uk", "1_284_000,00_₴", "1_284_000,00_₴"),
        ("uk", "", ""),
    ],
)
def test_text_is_set_as_a_typesetter_would(language: str, text: str, polished: str) -> None:
    assert polish(text.replace("_", "\u00a0"), language).replace("\u00a0", "_") == polished


@given(
    st.text(alphabet="абвіу сзпрт 0123456789-—\"'«».,%₴{}\u00a0\n", max_size=60), st.sampled_from(SUPPORTED)
)
def test_polishing_twice_changes_nothing_more(text: str, language: str) -> None:
    once = polish(text, language)
    assert polish(once, language) == once


@given(st.text(max_size=80), st.sampled_from(SUPPORTED))
def test_no_letter_and_no_digit_is_lost(text: str, language: str) -> None:
    def kept(value: str) -> str:
        return "".join(letter for letter in value if letter.isalnum() and letter != "ʼ")

    assert kept(polish(text, language)) == kept(text)
