"""The catalogues of translations, for code that writes in a language that is not the request's."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from babel.support import NullTranslations, Translations

SUPPORTED = ("uk", "ru", "en")
FOLDER = Path(__file__).resolve().parent.parent / "translations"

Translate = Callable[[str], str]
TranslatePlural = Callable[[str, str, int], str]


class UnsupportedLanguageError(ValueError):
    """A language that Minuta does not speak."""


def translator(language: str) -> Translate:
    """A gettext function of that language: msgids are English, an unknown msgid comes back as it is."""
    catalogue = _catalogue(language)

    def translate(text: str) -> str:
        # The empty msgid is the catalogue's header, which no reader wants to see.
        return str(catalogue.gettext(text)) if text else ""

    return translate


def ntranslator(language: str) -> TranslatePlural:
    """An ngettext function of that language: (singular, plural, count) → the form for the count."""
    catalogue = _catalogue(language)

    def translate(singular: str, plural: str, count: int) -> str:
        return str(catalogue.ngettext(singular, plural, count))

    return translate


@lru_cache(maxsize=len(SUPPORTED))
def _catalogue(language: str) -> NullTranslations:
    if language not in SUPPORTED:
        raise UnsupportedLanguageError(language)
    return Translations.load(str(FOLDER), [language])
