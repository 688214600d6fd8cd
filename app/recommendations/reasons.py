"""The evidence of a recommendation in the client's words; every count is the one that was found."""

from app.catalog.model import Catalogue, in_language
from app.language.translations import translator
from app.problems import N_
from app.recommendations.evidence import Evidence, EvidenceKind, Recommendation

REASONS = {
    EvidenceKind.REQUIRED: N_("The items you chose need it to work."),
    EvidenceKind.RULE: N_("We advise it with the items you chose."),
    EvidenceKind.TOGETHER_IN_INDUSTRY: N_(
        "Part of {taken} of {of} orders in your industry that include “{item}”."
    ),
    EvidenceKind.TOGETHER: N_("Part of {taken} of {of} orders that include “{item}”."),
    EvidenceKind.INDUSTRY: N_("Part of {taken} of {of} orders in your industry."),
    EvidenceKind.POPULAR: N_("Part of {taken} of {of} orders of our clients."),
    EvidenceKind.FOR_INDUSTRY: N_("Our catalogue names it for your industry."),
    EvidenceKind.CATEGORY: N_("The offer has nothing from “{category}” yet."),
    EvidenceKind.SAME_CATEGORY: N_("Can be added to this offer at any time."),
}
BASES = {
    EvidenceKind.REQUIRED: N_("Needed by what is offered"),
    EvidenceKind.RULE: N_("Advice of our specialists"),
    EvidenceKind.TOGETHER_IN_INDUSTRY: N_("From our orders"),
    EvidenceKind.TOGETHER: N_("From our orders"),
    EvidenceKind.INDUSTRY: N_("From our orders"),
    EvidenceKind.POPULAR: N_("From our orders"),
    EvidenceKind.FOR_INDUSTRY: N_("From our catalogue"),
    EvidenceKind.CATEGORY: N_("From our catalogue"),
    EvidenceKind.SAME_CATEGORY: N_("From our catalogue"),
}
COUNTED = N_("{taken} of {of} orders")


def reason_text(recommendation: Recommendation, catalogue: Catalogue, language: str) -> str:
    """Say why this item, as one sentence in that language."""
    evidence = recommendation.evidence
    own = evidence.rule.reason if evidence.rule else {}
    if own.get(language) or own.get(""):
        return own.get(language) or own[""]
    return _filled(evidence.kind, recommendation, catalogue, language)


def basis_text(recommendation: Recommendation, catalogue: Catalogue, language: str) -> str:
    """Say what stands behind the reason, without repeating it: the counts, or whose advice it is."""
    evidence = recommendation.evidence
    if evidence.taken and evidence.rule:
        return _filled(_counted_kind(evidence), recommendation, catalogue, language)
    return translator(language)(BASES[evidence.kind])


def evidence_text(recommendation: Recommendation, language: str) -> str:
    """Say in a few words what the reason rests on: «7 з 10 замовлень», or whose advice it is."""
    evidence = recommendation.evidence
    translate = translator(language)
    if evidence.taken:
        return translate(COUNTED).format(taken=evidence.taken, of=evidence.of)
    return translate(BASES[evidence.kind])


def _counted_kind(evidence: Evidence) -> EvidenceKind:
    return EvidenceKind.TOGETHER_IN_INDUSTRY if evidence.industry else EvidenceKind.TOGETHER


def _filled(kind: EvidenceKind, recommendation: Recommendation, catalogue: Catalogue, language: str) -> str:
    evidence = recommendation.evidence
    beside = catalogue.items.get(evidence.with_sku or "")
    category = in_language(recommendation.item.category, language)
    if kind is EvidenceKind.CATEGORY and not category:
        kind = EvidenceKind.SAME_CATEGORY
    return translator(language)(REASONS[kind]).format(
        taken=evidence.taken,
        of=evidence.of,
        item=in_language(beside.name, language) if beside else evidence.with_sku,
        category=category,
    )
