"""Which picture is anchored in which row of a sheet, read from the drawing's XML."""

import posixpath
import zipfile
from xml.etree.ElementTree import Element

from defusedxml import ElementTree

MAX_PICTURE_BYTES = 20 * 2**20
MAX_DRAWING_BYTES = 20 * 2**20

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def row_pictures(parts: zipfile.ZipFile, sheet_path: str) -> dict[int, bytes]:
    """The first picture of each row (counted from 1); a part that is missing or broken gives b""."""
    found: dict[int, bytes] = {}
    for drawing_path in _targets(parts, sheet_path, "/drawing").values():
        pictures = _targets(parts, drawing_path, "/image")
        for row, embed in _anchors(parts, drawing_path):
            if embed in pictures:
                found.setdefault(row, _bytes(parts, pictures[embed]))
    return found


def _anchors(parts: zipfile.ZipFile, path: str) -> list[tuple[int, str]]:
    """(row, relationship) of the pictures, from the left to the right."""
    root = _xml(parts, path)
    found = []
    for anchor in root if root is not None else ():
        start, blip = anchor.find(f"{DRAWING}from"), anchor.find(f".//{BLIP}")
        embed = blip.get(EMBED) if blip is not None else None
        if start is not None and embed:
            row, column = (int(start.findtext(DRAWING + name) or 0) for name in ("row", "col"))
            found.append((row + 1, column, embed))
    return [(row, embed) for row, _, embed in sorted(found)]


def _targets(parts: zipfile.ZipFile, path: str, kind: str) -> dict[str, str]:
    """Paths of what the part refers to, by relationship; links to the outside are left out."""
    folder, name = posixpath.split(path)
    root = _xml(parts, f"{folder}/_rels/{name}.rels")
    found = {}
    for relation in root.iter(RELATIONSHIP) if root is not None else ():
        if relation.get("TargetMode") != "External" and (relation.get("Type") or "").endswith(kind):
            target = posixpath.normpath(posixpath.join(folder, relation.get("Target") or ""))
            found[relation.get("Id") or ""] = target.lstrip("/")
    return found


def _xml(parts: zipfile.ZipFile, path: str) -> Element | None:
    if path not in parts.namelist() or parts.getinfo(path).file_size > MAX_DRAWING_BYTES:
        return None
    root: Element = ElementTree.fromstring(parts.read(path))
    return root


def _bytes(parts: zipfile.ZipFile, path: str) -> bytes:
    if path not in parts.namelist() or parts.getinfo(path).file_size > MAX_PICTURE_BYTES:
        return b""
    try:
        return parts.read(path)
    except (zipfile.BadZipFile, EOFError, RuntimeError):
        return b""
