"""Which pictures a document shows, and which of them can be shown."""

from collections.abc import Callable, Mapping

from app.problems import Problem
from app.proposals.document import Document, Line, RecommendationView
from app.rendering.colours import Palette
from app.rendering.patterns import PATTERNS, draw_pattern
from app.rendering.pictures import BrokenPictureError, print_logo, print_photo
from app.rendering.problems import RenderingProblem

PATTERN, LOGO, PORTRAIT = "pattern", "logo", "portrait"


def picture_hashes(document: Document) -> tuple[str, ...]:
    """Every content hash that the document names, each once, in a fixed order."""
    entries: list[Line | RecommendationView] = [
        *document.solution.lines,
        *document.next_steps.recommendations,
    ]
    hashes = [document.brand.logo, document.cover.manager.portrait]
    hashes += [digest for entry in entries for digest in (entry.picture, entry.picture_large)]
    return tuple(dict.fromkeys(digest for digest in hashes if digest))


def printable_assets(
    document: Document, assets: Mapping[str, bytes], palette: Palette
) -> tuple[Document, dict[str, bytes], tuple[Problem, ...]]:
    """The document without the pictures that cannot be shown, those that can by name, and the problems."""
    shown: dict[str, bytes] = {}
    problems: list[Problem] = []

    def take(digest: str | None, place: str, convert: Callable[[bytes], bytes], name: str) -> bool:
        if not digest:
            return False
        if name in shown:
            return True
        problem = _taken(shown, assets.get(digest), convert, name)
        if problem and not any(known.place == place for known in problems):
            code = RenderingProblem.BROKEN_LOGO if place == "brand.logo" else problem
            problems.append(Problem(place, code))
        return problem is None

    def entry(item: Line | RecommendationView, place: str) -> dict[str, str | None]:
        small = take(item.picture, f"{place}.picture", print_photo, item.picture or "")
        large = take(item.picture_large, f"{place}.picture", print_photo, item.picture_large or "")
        return {
            "picture": item.picture if small else item.picture_large if large else None,
            "picture_large": item.picture_large if large else None,
        }

    if document.brand.pattern in PATTERNS:
        shown[f"{PATTERN}/{document.brand.pattern}/{palette.pattern}"] = draw_pattern(
            document.brand.pattern, palette.pattern
        )
    ink = palette.on_brand
    take(
        document.brand.logo,
        "brand.logo",
        lambda content: print_logo(content, ink),
        f"{LOGO}/{document.brand.logo}/{ink}",
    )
    portrait = document.cover.manager.portrait
    kept = take(portrait, "cover.manager.portrait", print_photo, f"{PORTRAIT}/{portrait}")
    lines = tuple(
        line.model_copy(update=entry(line, f"solution.lines[{index}]"))
        for index, line in enumerate(document.solution.lines)
    )
    offers = tuple(
        offer.model_copy(update=entry(offer, f"next_steps.recommendations[{index}]"))
        for index, offer in enumerate(document.next_steps.recommendations)
    )
    manager = document.cover.manager.model_copy(update={"portrait": portrait if kept else None})
    changed = document.model_copy(
        update={
            "cover": document.cover.model_copy(update={"manager": manager}),
            "solution": document.solution.model_copy(update={"lines": lines}),
            "next_steps": document.next_steps.model_copy(update={"recommendations": offers}),
        }
    )
    return changed, shown, tuple(problems)


def _taken(
    shown: dict[str, bytes], content: bytes | None, convert: Callable[[bytes], bytes], name: str
) -> RenderingProblem | None:
    if content is None:
        return RenderingProblem.MISSING_PICTURE
    try:
        shown[name] = convert(content)
    except BrokenPictureError:
        return RenderingProblem.BROKEN_PICTURE
    return None
