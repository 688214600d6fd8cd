"""Briefs for the sample companies, as the command line and the API hand them over."""

from typing import Any

from app.proposals.brief import Brief
from app.proposals.reading import read_brief


def brief_json(**changes: Any) -> dict[str, Any]:
    """A valid brief of the compressed-air company, with what a test wants different."""
    return {
        "company": {
            "name": "ТОВ «Карпатські меблі»",
            "industry": "woodworking",
            "city": "Івано-Франківськ",
            "country": "UA",
        },
        "contact": {"name": "Олена Бойко", "role": "cfo", "email": "boiko@example.com"},
        "catalog": "compressors",
        "language": "uk",
        "currency": "UAH",
        "lines": [{"sku": "VK-55", "quantity": "1"}],
        **changes,
    }


def make_brief(**changes: Any) -> Brief:
    """The same, read."""
    return read_brief(brief_json(**changes))
