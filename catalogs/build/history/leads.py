"""Made-up companies and the people who answer for them."""

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from catalogs.build.texts import read_toml

INDUSTRIES = {
    "compressors": {
        "woodworking": 28, "food": 20, "metalworking": 20, "automotive": 12, "packaging": 12,
        "pharma": 8, "other": 4,
    },
    "cleaning-services": {
        "offices": 34, "retail": 20, "medical": 16, "warehouse": 16, "hospitality": 14, "other": 4,
    },
}  # fmt: skip
ROLES = {
    "compressors": {"cfo": 28, "ceo": 26, "engineer": 30, "procurement": 16},
    "cleaning-services": {"facility": 34, "ceo": 26, "cfo": 22, "procurement": 18},
}
LANGUAGES = {
    "compressors": {"uk": 60, "ru": 25, "en": 15},
    "cleaning-services": {"uk": 40, "ru": 20, "en": 40},
}
CURRENCIES = {
    "compressors": {"uk": ("UAH",), "ru": ("UAH", "USD"), "en": ("EUR", "USD")},
    "cleaning-services": {"uk": ("UAH", "EUR"), "ru": ("EUR", "USD"), "en": ("EUR", "GBP", "USD")},
}
PHONES = {"uk": "+380 00 000 00 {:02d}", "ru": "+7 000 000 00 {:02d}", "en": "+1 202 555 01{:02d}"}
RETURNING, KEYED = 0.22, 0.6
"""Shares: of clients who were here before, of roles that were picked from the list, not typed."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A company, its contact, and the words used with it."""

    company: dict[str, Any]
    contact: dict[str, Any]
    industry: str
    language: str
    currency: str
    notes: list[str]
    reasons: list[str]


class Leads:
    """Makes leads; some of them come back."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.words = read_toml(Path(__file__).with_name("leads.toml"))
        self.known: dict[str, list[Lead]] = {}

    def lead(self, catalogue: str) -> Lead:
        """A new lead, or one that was here before."""
        known = self.known.setdefault(catalogue, [])
        if known and self.dice.random() < RETURNING:
            return self.dice.choice(known)
        known.append(self._new(catalogue))
        return known[-1]

    def _new(self, catalogue: str) -> Lead:
        language = self._pick(LANGUAGES[catalogue])
        industry = self._pick(INDUSTRIES[catalogue])
        role = self._pick(ROLES[catalogue])
        stem, latin = self.dice.choice(self.words["company"][language])
        doing = self.dice.choice(self.words["word"][language][industry])
        name = self.dice.choice(self.words["form"][language]).format(doing.format(stem))
        city, country = self.dice.choice(self.words["place"][language])
        domain = f"{latin}-{industry}.example"
        return Lead(
            company={
                "name": name,
                "industry": None if industry == "other" else industry,
                "tax_id": None,
                "city": city,
                "country": country,
            },
            contact=self._contact(language, role, domain),
            industry=industry,
            language=language,
            currency=self.dice.choice(CURRENCIES[catalogue][language]),
            notes=self.words["note"][language][catalogue],
            reasons=self.words["reason"][language][catalogue],
        )

    def _contact(self, language: str, role: str, domain: str) -> dict[str, Any]:
        first, last = self.dice.choice(self.words[self.dice.choice(("women", "men"))][language])
        title = self.dice.choice(self.words["title"][language][role])
        return {
            "name": f"{first} {last}",
            "role": role if self.dice.random() < KEYED else title,
            "email": f"{self.words['mailbox'][role]}@{domain}",
            "phone": PHONES[language].format(self.dice.randrange(100)),
        }

    def _pick(self, shares: dict[str, int]) -> str:
        return self.dice.choices(list(shares), list(shares.values()))[0]
