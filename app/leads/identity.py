"""What makes two spellings the same company or person."""

import re
import unicodedata

import phonenumbers

SLAVIC_FORMS = "тов тзов прат пат ат пп фоп тдв кп дп нвп нво ооо оао зао пао ао ип чп нпо гк"
LATIN_FORMS = (
    "llc ltd limited inc incorporated corp corporation co company plc llp gmbh ag kg ohg sa sas sarl srl "
    "spa bv nv oy ab as aps sp zoo doo sro"
)
LEGAL_FORMS = frozenset(f"{SLAVIC_FORMS} {LATIN_FORMS}".split(" "))
LEGAL_PHRASES = (
    "товариство з обмеженою відповідальністю",
    "приватне акціонерне товариство",
    "акціонерне товариство",
    "приватне підприємство",
    "фізична особа підприємець",
    "общество с ограниченной ответственностью",
    "закрытое акционерное общество",
    "открытое акционерное общество",
    "акционерное общество",
    "индивидуальный предприниматель",
    "sp z oo",
)
DEFAULT_REGION = "UA"
MIN_PHONE_DIGITS = 7
MARKS = re.compile(r"[^\w\s]+|_+")
DOTTED = re.compile(r"(?<=\w)\.(?=\w)")


def company_key(name: str) -> str:
    """Reduce a company's name to what tells it apart: no case, quotes, punctuation or legal form."""
    plain = DOTTED.sub("", unicodedata.normalize("NFKC", name).casefold().replace("ё", "е"))
    plain = " ".join(MARKS.sub(" ", plain.replace("'", "").replace("ʼ", "").replace("’", "")).split())
    for phrase in LEGAL_PHRASES:
        plain = plain.replace(phrase, " ")
    words = [word for word in plain.split() if word not in LEGAL_FORMS]
    return " ".join(words or plain.split() or [name.strip().casefold()])


def person_key(name: str | None) -> str | None:
    """Reduce a person's name to the form in which it is compared."""
    return " ".join((name or "").casefold().split()) or None


def email_key(email: str | None) -> str | None:
    """Reduce an address to the form in which it is compared."""
    return (email or "").strip().casefold() or None


def phone_key(phone: str | None, country: str | None = None) -> str | None:
    """Write a phone number as E.164, read as one of the company's country; as its digits otherwise."""
    if not phone:
        return None
    region = (country or "").strip().upper()
    try:
        number = phonenumbers.parse(phone, region if len(region) == 2 else DEFAULT_REGION)  # noqa: PLR2004
    except phonenumbers.NumberParseException:
        number = None
    if number and phonenumbers.is_possible_number(number):
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    digits = "".join(char for char in phone if char.isdigit())
    return digits if len(digits) >= MIN_PHONE_DIGITS else None


def tax_key(tax_id: str | None) -> str | None:
    """Reduce a tax number to its letters and digits."""
    return "".join(char for char in (tax_id or "").casefold() if char.isalnum()) or None
