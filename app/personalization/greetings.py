"""Addressing a person rightly in each language, or politely without the name."""

from app.language.translations import translator
from app.personalization.names import PersonName, Script, read_name
from app.personalization.vocative import address
from app.problems import N_

BY_NAME = N_("Dear {name},")
WITHOUT_NAME = N_("Hello,")


def greeting(contact_name: str | None, language: str) -> str:
    """Greet the person: «Олено Петрівно, вітаємо!», «Елена Сергеевна, здравствуйте!», “Dear Ann Lee,”."""
    name = form_of_address(contact_name, language)
    translate = translator(language)
    return translate(BY_NAME).format(name=name) if name else translate(WITHOUT_NAME)


def form_of_address(contact_name: str | None, language: str) -> str:
    """Give the name as one says it to the person, or '' when any form might be wrong.

    In Ukrainian the vocative, in Russian the name with the patronymic where there is one. A name in
    Latin letters is said as it is; other letters are left to those who can read them.
    """
    name = read_name(contact_name)
    if name is None:
        return ""
    if name.script is Script.LATIN:
        return name.full
    if name.script is Script.OTHER or language == "en":
        return ""
    return (address(name) or "") if language == "uk" else _russian(name)


def _russian(name: PersonName) -> str:
    return " ".join(part for part in (name.first, name.patronymic) if part)
