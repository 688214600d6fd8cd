import pytest

from app.language import translations
from app.language.translations import UnsupportedLanguageError, ntranslator, translator


def test_an_unknown_text_comes_back_as_it_is() -> None:
    assert translator("uk")("No catalogue knows this text at all") == "No catalogue knows this text at all"
    assert translator("en")("Send") == "Send"


def test_an_empty_text_is_not_the_catalogue_s_header() -> None:
    assert [translator(language)("") for language in translations.SUPPORTED] == ["", "", ""]


def test_english_plurals_need_no_catalogue() -> None:
    translate = ntranslator("en")
    assert [translate("line", "lines", number) for number in (0, 1, 2)] == ["lines", "line", "lines"]


def test_a_language_that_minuta_does_not_speak_is_refused() -> None:
    with pytest.raises(UnsupportedLanguageError, match="fr"):
        translator("fr")
