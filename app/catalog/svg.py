"""An SVG logo reduced to shapes: nothing that runs, nothing that loads."""

import re
from xml.etree.ElementTree import Element, ParseError, register_namespace, tostring

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

MAX_SVG_BYTES = 2**20
MAX_ELEMENTS = 5_000
MAX_USES = 200
SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
ELEMENTS = frozenset(
    (
        *("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
        *("defs", "title", "desc", "style", "linearGradient", "radialGradient", "stop", "clipPath"),
        *("mask", "pattern", "symbol", "use"),
    )
)
INWARD = re.compile(r"url\(\s*['\"]?\s*(?!#)", re.IGNORECASE)
UNSAFE_STYLE = re.compile(r"@import|expression|javascript:|behaviou?r\s*:|\\", re.IGNORECASE)

register_namespace("", SVG)
register_namespace("xlink", XLINK)


def clean_svg(content: bytes) -> bytes | None:
    """The drawing with only known elements and inward references, or None when it is no drawing."""
    if len(content) > MAX_SVG_BYTES:
        return None
    try:
        root: Element = ElementTree.fromstring(content)
    except (ParseError, DefusedXmlException, ValueError):
        return None
    if root.tag != f"{{{SVG}}}svg" or sum(1 for _ in root.iter()) > MAX_ELEMENTS:
        return None
    _clean(root)
    if sum(1 for _ in root.iter(f"{{{SVG}}}use")) > MAX_USES or not _sized(root):
        return None
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _clean(element: Element) -> None:
    for name, value in list(element.attrib.items()):
        if not _kept_attribute(name, value):
            del element.attrib[name]
    for child in list(element):
        if _kept_element(child):
            _clean(child)
        else:
            element.remove(child)


def _kept_element(element: Element) -> bool:
    if not isinstance(element.tag, str):
        return False
    namespace, _, name = element.tag.removeprefix("{").rpartition("}")
    if namespace != SVG or name not in ELEMENTS:
        return False
    # What stands behind a child of a style sheet belongs to it, too, and is looked at by nobody.
    return name != "style" or (not len(element) and _safe_style(element.text or ""))


def _kept_attribute(name: str, value: str) -> bool:
    namespace, _, local = name.removeprefix("{").rpartition("}")
    if local.lower().startswith("on") or namespace not in {"", XLINK}:
        return False
    if local == "href":
        return value.strip().startswith("#")
    return _safe_style(value)


def _safe_style(text: str) -> bool:
    return not INWARD.search(text) and not UNSAFE_STYLE.search(text)


def _sized(root: Element) -> bool:
    """Whether anyone can tell how large the drawing is."""
    return "viewBox" in root.attrib or {"width", "height"} <= set(root.attrib)
