"""What the call screen brings over the wire at the first visit, compressed, fonts aside."""

import re
from urllib.parse import urlsplit

from app.instance import Instance
from benchmarks.demo import demo
from benchmarks.figures import visitor_of
from benchmarks.finding import Finding, at_most, show

LIMIT_KB = 150
KIB = 1024
FONT_ENDINGS = (".woff2", ".woff", ".ttf")
_LINKED = re.compile(r'(?:<script[^>]*\bsrc|<link[^>]*\bhref|<img[^>]*\bsrc)="([^"]+)"')
_IMPORTED = re.compile(r"""(?:\bfrom|\bimport)\s*["'](\.{0,2}/[^"']+)["']|url\(["']?([^"')]+)["']?\)""")


def measure(instance: Instance) -> list[Finding]:
    """The page, its styles, scripts and pictures."""
    client = visitor_of(instance).client
    sizes: dict[str, int] = {}
    waiting = ["/"]
    while waiting:
        path = waiting.pop()
        if path in sizes or path.endswith(FONT_ENDINGS):
            continue
        answer = client.get(path, headers={"Accept-Encoding": "gzip"}, buffered=True)
        sizes[path] = len(answer.data)
        text = client.get(path, buffered=True).text if _is_text(answer.content_type) else ""
        links = (
            _LINKED.findall(text) if path == "/" else [one or other for one, other in _IMPORTED.findall(text)]
        )
        waiting += [_absolute(link, path) for link in links if not link.startswith(("data:", "http", "#"))]
    largest = max(sizes, key=lambda path: sizes[path])
    return [
        at_most("call screen over the wire, fonts aside", sum(sizes.values()) / KIB, LIMIT_KB, " KB"),
        Finding("of which largest", f"{largest}, {sizes[largest] / KIB:.0f} KB of {len(sizes)} files"),
    ]


def _is_text(kind: str) -> bool:
    return "html" in kind or "css" in kind or "javascript" in kind


def _absolute(link: str, page: str) -> str:
    path = urlsplit(link).path
    if path.startswith("/"):
        return path
    folder = page.rsplit("/", 1)[0].split("/")
    for part in path.split("/"):
        if part == "..":
            folder.pop()
        elif part != ".":
            folder.append(part)
    return "/".join(folder)


if __name__ == "__main__":
    with demo() as opened:
        show(measure(opened))
