"""Recommendations: strongest evidence first, every count true, nothing that is offered or kept away."""

from collections import Counter
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.catalog.model import Rule, RuleKind
from app.leads.basket import Outcome, PastBasket
from app.recommendations.evidence import EvidenceKind, Recommendation
from app.recommendations.ranking import recommend
from app.recommendations.reasons import basis_text, evidence_text, reason_text
from app.recommendations.rules import selects
from app.recommendations.together import MIN_BASKETS, MIN_TAKEN
from tests.builders.leads import make_basket
from tests.builders.saws import ITEMS, make_catalogue, make_item, texts

SAW = ["SAW-1"]
FILLERS = tuple(make_basket("SERVICE", industry="food") for _ in range(12))


def skus(found: tuple[Recommendation, ...]) -> list[str]:
    return [recommendation.item.sku for recommendation in found]


def together(times: int, *, alone: int = 0, **changes: Any) -> tuple[PastBasket, ...]:
    """Orders with saw and blade, and others with the saw alone."""
    return (
        *(make_basket("SAW-1", "BLADE", **changes) for _ in range(times)),
        *(make_basket("SAW-1", **changes) for _ in range(alone)),
    )


def test_what_a_rule_requires_comes_before_what_it_recommends() -> None:
    rules = (
        Rule(RuleKind.RECOMMEND, "SAW-1", "DUST", row=2),
        Rule(RuleKind.REQUIRES, "saw-1", "category:Диски", row=3),
    )
    found = recommend(make_catalogue(rules=rules), SAW, (), None)
    assert skus(found)[:2] == ["BLADE", "DUST"]
    assert [one.evidence.kind for one in found[:2]] == [EvidenceKind.REQUIRED, EvidenceKind.RULE]


def test_a_rule_that_the_offer_already_meets_adds_nothing() -> None:
    rules = (Rule(RuleKind.REQUIRES, "SAW-1", "category:Blades"),)
    found = recommend(make_catalogue(rules=rules), ["SAW-1", "BLADE"], (), None)
    assert EvidenceKind.REQUIRED not in {one.evidence.kind for one in found}


def test_what_went_together_in_the_industry_comes_with_its_counts() -> None:
    found = recommend(make_catalogue(rules=()), SAW, (*together(7, alone=3), *FILLERS), "woodworking")
    assert skus(found)[0] == "BLADE"
    evidence = found[0].evidence
    assert (evidence.kind, evidence.taken, evidence.of) == (EvidenceKind.TOGETHER_IN_INDUSTRY, 7, 10)
    assert (evidence.with_sku, evidence.industry) == ("SAW-1", "woodworking")


def test_a_rule_carries_the_counts_that_history_has_for_it() -> None:
    rules = (Rule(RuleKind.RECOMMEND, "SAW-1", "BLADE", texts("Ріже.", "Режет.", "It cuts.")),)
    found = recommend(make_catalogue(rules=rules), SAW, (*together(7, alone=3), *FILLERS), "woodworking")
    assert (found[0].evidence.kind, found[0].evidence.taken) == (EvidenceKind.RULE, 7)
    assert reason_text(found[0], make_catalogue(), "uk") == "Ріже."
    assert evidence_text(found[0], "uk") == "7 з 10 замовлень"
    basis = basis_text(found[0], make_catalogue(), "uk")
    assert basis == "Входить до 7 з 10 замовлень вашої галузі, де є «Пила SAW-1»."


@pytest.mark.parametrize(
    "history",
    [
        together(MIN_BASKETS - 1),
        together(MIN_TAKEN - 1, alone=10),
        together(7, outcome=Outcome.LOST),
        together(7, outcome=Outcome.OPEN),
    ],
)
def test_too_little_evidence_claims_nothing(history: tuple[PastBasket, ...]) -> None:
    found = recommend(make_catalogue(rules=()), SAW, (*history, *FILLERS), "woodworking")
    claimed = {EvidenceKind.TOGETHER, EvidenceKind.TOGETHER_IN_INDUSTRY}
    assert not claimed & {one.evidence.kind for one in found}


def test_two_rules_lead_those_that_orders_confirm_first_then_orders_speak() -> None:
    rules = tuple(Rule(RuleKind.RECOMMEND, "SAW-1", sku) for sku in ("DUST", "SAW-2", "SERVICE"))
    history = (*(make_basket("SAW-1", "BLADE", "SERVICE", industry="food") for _ in range(6)), *FILLERS)
    history = (*history, *(make_basket("OLD") for _ in range(20)))
    found = recommend(make_catalogue(rules=rules), SAW, history, None, limit=4)
    assert skus(found) == ["SERVICE", "DUST", "BLADE", "SAW-2"]


def test_what_everybody_takes_anyway_says_nothing_about_this_item() -> None:
    history = tuple(make_basket("SAW-1", "SERVICE") for _ in range(6)) + tuple(
        make_basket("BLADE", "SERVICE") for _ in range(6)
    )
    found = recommend(make_catalogue(rules=()), SAW, history, "woodworking")
    assert found[0].item.sku == "SERVICE"
    assert found[0].evidence.kind is EvidenceKind.INDUSTRY


def test_best_sellers_of_another_category_fill_what_is_left() -> None:
    history = tuple(make_basket("DUST", "SAW-2", industry="food") for _ in range(6))
    found = recommend(make_catalogue(rules=()), SAW, history, "woodworking")
    assert skus(found)[0] == "DUST"
    assert (found[0].evidence.kind, found[0].evidence.of) == (EvidenceKind.POPULAR, 6)


def test_an_empty_history_still_gives_three_with_a_modest_reason() -> None:
    found = recommend(make_catalogue(rules=()), SAW, (), None)
    assert len(found) == 3
    assert {one.evidence.kind for one in found} == {EvidenceKind.CATEGORY}
    assert [one.evidence.taken for one in found] == [0, 0, 0]


def test_an_item_that_a_rule_excludes_is_never_recommended() -> None:
    history = tuple(make_basket("SAW-1", "OLD") for _ in range(9))
    for offered in (["SAW-1"], ["SAW-1", "DUST", "BLADE", "SERVICE"]):
        assert "OLD" not in skus(recommend(make_catalogue(), offered, history, "woodworking", limit=10))
    assert "SAW-1" not in skus(recommend(make_catalogue(), ["OLD"], history, "woodworking", limit=10))


def test_two_recommendations_never_exclude_each_other() -> None:
    rules = (Rule(RuleKind.EXCLUDES, "DUST", "SERVICE"),)
    found = skus(recommend(make_catalogue(rules=rules), SAW, (), None, limit=10))
    assert not {"DUST", "SERVICE"} <= set(found)


def test_when_everything_is_offered_nothing_is_left_to_recommend() -> None:
    assert recommend(make_catalogue(), [item.sku for item in ITEMS], (), None) == ()


def test_items_that_left_the_catalogue_are_not_recommended() -> None:
    history = tuple(make_basket("SAW-1", "GONE") for _ in range(9))
    assert "GONE" not in skus(recommend(make_catalogue(), ["SAW-1", "LOST"], history, None))


def test_a_rule_selects_by_sku_or_category_in_any_language() -> None:
    item = make_item("SAW-1")
    assert selects("saw-1 ", item)
    assert selects("category: saws", item)
    assert selects("Category:Пили", item)
    assert not selects("category:Blades", item)


BASKETS = st.lists(
    st.builds(
        lambda chosen, industry, won: make_basket(
            *chosen, industry=industry, outcome=Outcome.WON if won else Outcome.LOST
        ),
        st.sets(st.sampled_from([item.sku for item in ITEMS]), min_size=1),
        st.sampled_from(["woodworking", "food", ""]),
        st.booleans(),
    ),
    max_size=40,
)


@settings(deadline=None)
@given(
    BASKETS, st.sets(st.sampled_from(["SAW-1", "BLADE", "DUST"]), min_size=1), st.sampled_from(["food", None])
)
def test_every_count_can_be_recounted_from_the_history(
    history: list[PastBasket], offered: set[str], industry: str | None
) -> None:
    found = recommend(make_catalogue(), offered, history, industry)
    assert found == recommend(make_catalogue(), offered, list(history), industry)
    for recommendation in found:
        evidence = recommendation.evidence
        assert recommendation.item.sku not in offered
        orders = [
            basket
            for basket in history
            if basket.outcome is Outcome.WON
            and evidence.industry in {None, basket.industry}
            and (evidence.with_sku is None or evidence.with_sku in basket.skus)
        ]
        if evidence.taken:
            assert evidence.of == len(orders)
            assert (
                evidence.taken
                == Counter(sku for basket in orders for sku in basket.skus)[recommendation.item.sku]
            )
            assert str(evidence.taken) in evidence_text(recommendation, "uk")


def test_without_history_what_the_catalogue_names_for_the_industry_comes_first() -> None:
    items = {
        "SAW-1": make_item(),
        "CHEAP": make_item("CHEAP", category=texts("Масла"), list_price=Decimal(1)),
        "OURS": make_item(
            "OURS", category=texts("Столи"), list_price=Decimal(9), industries=("woodworking",)
        ),
        "THEIRS": make_item("THEIRS", category=texts("Печі"), list_price=Decimal(2), industries=("food",)),
    }
    catalogue = make_catalogue(items=items, rules=())
    found = recommend(catalogue, SAW, (), "woodworking", limit=2)
    assert skus(found) == ["OURS", "CHEAP"]
    assert [one.evidence.kind for one in found] == [EvidenceKind.FOR_INDUSTRY, EvidenceKind.CATEGORY]
    assert reason_text(found[0], catalogue, "uk") == "За нашим каталогом призначено для вашої галузі."


def test_what_would_replace_an_offered_item_comes_after_what_goes_with_it() -> None:
    items = {
        "SAW-1": make_item(),
        "OTHER-SAW": make_item("OTHER-SAW"),
        "TABLE": make_item("TABLE", category=texts("Столи")),
    }
    orders = (
        *(make_basket("SAW-1", "OTHER-SAW") for _ in range(9)),
        *(make_basket("SAW-1", "OTHER-SAW", "TABLE") for _ in range(5)),
        *(make_basket("NONE") for _ in range(9)),
    )
    found = recommend(make_catalogue(items=items, rules=()), SAW, orders, None)
    assert skus(found) == ["TABLE", "OTHER-SAW"]


@pytest.mark.parametrize("language", ["uk", "ru", "en"])
def test_every_kind_of_reason_is_a_whole_sentence(language: str) -> None:
    catalogue = make_catalogue(
        rules=(Rule(RuleKind.REQUIRES, "SAW-1", "DUST"), Rule(RuleKind.RECOMMEND, "SAW-1", "OLD"))
    )
    histories = (
        (),
        together(7, alone=3),
        (*together(7, alone=3), *FILLERS),
        (*together(9, industry="food"), *FILLERS),
    )
    kinds = {EvidenceKind.FOR_INDUSTRY}
    for history in histories:
        for offered in (["SAW-1"], ["SAW-2"], ["SAW-1", "BLADE", "DUST", "SERVICE"]):
            for recommendation in recommend(catalogue, offered, history, "woodworking", limit=10):
                kinds.add(recommendation.evidence.kind)
                reason = reason_text(recommendation, catalogue, language)
                assert reason.endswith(".")
                assert "None" not in reason
                assert "{" not in reason
                assert basis_text(recommendation, catalogue, language)
    assert kinds == set(EvidenceKind)


def test_a_reason_in_another_language_is_not_taken() -> None:
    rules = (Rule(RuleKind.RECOMMEND, "SAW-1", "DUST", {"uk": "Збирає пил."}),)
    (found, *_) = recommend(make_catalogue(rules=rules), SAW, (), None)
    assert reason_text(found, make_catalogue(), "en") == "We advise it with the items you chose."
