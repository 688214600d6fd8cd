"""Whatever a brief says within its limits: four right pages and one mail."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.catalog.published import published_catalogue
from app.delivery.service import Courier
from app.instance import Instance
from app.proposals.reading import read_brief
from tests.acceptance.campaign import CATALOGUES, wrong_mails, wrong_outcome
from tests.acceptance.generated import briefs, texts_of

EXAMPLES = 12
"""Each takes about a second: `benchmarks.leads` and a larger number here go further."""


@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_any_brief_gives_four_pages_and_one_mail(stocked_for_all: Instance, data: st.DataObject) -> None:
    with stocked_for_all.database.session() as session:
        catalogues = tuple(published_catalogue(session, key) for key in CATALOGUES)
    given_brief: dict[str, Any] = data.draw(briefs(catalogues))
    found = wrong_outcome(
        stocked_for_all,
        Courier(stocked_for_all),
        read_brief(given_brief),
        typed=texts_of(given_brief),
        reachable=True,
    )
    assert list(found) == []


def test_in_the_end_there_is_one_mail_for_each(stocked_for_all: Instance) -> None:
    assert list(wrong_mails(stocked_for_all)) == []
