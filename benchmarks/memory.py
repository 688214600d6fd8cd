"""What a render worker holds after many documents, if nobody replaced it."""

import itertools
import sys

from app.instance import WARM_UPS
from app.rendering import pdf
from app.sandbox import Sandbox
from app.sandbox.limits import MEBIBYTE, PoolLimits
from app.sandbox.worker import resident_bytes
from benchmarks.finding import Finding, at_most, show
from benchmarks.samples import PHOTOS, PRINT_SIZE, photo
from tests.builders.documents import make_document
from tests.rendering.pages import digest

DOCUMENTS = 500
LIMIT_MB = 300
STEPS = 5
LANGUAGES = ("uk", "ru", "en")
MOST_LINES = 30
NEW_PHOTOS = 40
"""Different pictures that go by, so that caches are filled and emptied."""
NAMES = ("株式会社タニタ機械", "شركة الرياح", "", "Εταιρεία Αέρας", "주식회사 한빛")


def measure(documents: int = DOCUMENTS) -> list[Finding]:
    """Resident memory along the way and at the end."""
    photos = [photo(number, PRINT_SIZE, "JPEG") for number in range(NEW_PHOTOS)]
    limits = PoolLimits(processes=1, recycle_bytes=sys.maxsize, warm=WARM_UPS["render"])
    sandbox = Sandbox(limits={"render": limits})
    marks = []
    try:
        for number in range(documents):
            shown = {
                digest(content): content
                for content in itertools.islice(
                    itertools.cycle(photos), number % NEW_PHOTOS, number % NEW_PHOTOS + PHOTOS
                )
            }
            document = make_document(
                language=LANGUAGES[number % len(LANGUAGES)],
                lines=number % MOST_LINES + 1,
                pictures=tuple(shown),
                company=f"{NAMES[number % len(NAMES)]} {number}",
            )
            sandbox.call(pdf.render, document, shown, pool="render", seconds=30)
            if (number + 1) % (documents // STEPS) == 0:
                marks.append(sandbox.call(resident_bytes, pool="render", seconds=5) / MEBIBYTE)
    finally:
        sandbox.close()
    along = ", ".join(f"{mark:.0f}" for mark in marks)
    return [
        Finding(f"memory of a render worker at every fifth of {documents} documents", f"{along} MB"),
        at_most(f"memory of a render worker after {documents} documents", marks[-1], LIMIT_MB, " MB"),
    ]


if __name__ == "__main__":
    show(measure(int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS))
