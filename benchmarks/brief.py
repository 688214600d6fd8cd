"""From a brief to the stored PDF: priced, calculated, put into words, drawn; never the same brief twice."""

from collections.abc import Callable

from app import clock
from app.instance import Instance
from app.pipeline.making import begin, offer_for, put_into_words
from app.proposals.document import Document
from app.rendering import pdf
from app.rendering.assets import picture_hashes
from app.rendering.service import render_document
from benchmarks.demo import demo, inlined, new_brief, skus
from benchmarks.finding import Finding, at_most, processor_medians, show
from benchmarks.pages import bare

LINES, MANY, MOST = 12, 60, 500
ROUNDS = 9
BARE_LIMIT = 1.15
NOISE = 0.03
"""What two measurements of the very same thing differ by here."""


def measure(instance: Instance, rounds: int = ROUNDS) -> list[Finding]:
    """Processor time of the whole way, against a bare render of the same HTML and by lines."""
    instance = inlined(instance)
    document = _document(instance, LINES)
    pictures = {name: instance.storage.get(name) for name in picture_hashes(document)}
    whole = {f"brief → PDF, {lines} lines": _way(instance, lines) for lines in (LINES, MANY, MOST)}
    bare_name = f"bare engine, the same HTML of {LINES} lines"
    # After 500 lines the calculator has 488 rows to empty for 12: no seller sees these take turns.
    times = processor_medians({**whole, bare_name: bare(document, pictures)}, rounds, settle=True)
    few, many, most = (times[name] for name in whole)
    return [
        *(Finding(name, f"{time:.0f} ms") for name, time in times.items()),
        at_most("brief → PDF ÷ bare engine", few / times[bare_name], BARE_LIMIT, digits=2),
        at_most(f"{MOST} lines ÷ {MANY} lines, brief → PDF", most / many, 1 + NOISE, digits=2),
    ]


def _document(instance: Instance, lines: int) -> Document:
    brief = new_brief(skus(instance, lines))
    number = begin(instance, brief, user_id=None)
    offer = offer_for(instance, brief, user_id=None, today=clock.today())
    return put_into_words(instance, offer, number, today=clock.today()).document


def _way(instance: Instance, lines: int) -> Callable[[], object]:
    ordered = skus(instance, lines)
    number = begin(instance, new_brief(ordered), user_id=None)

    def run() -> object:
        offer = offer_for(instance, new_brief(ordered), user_id=None, today=clock.today())
        made = put_into_words(instance, offer, number, today=clock.today())
        return render_document(instance, made.document)

    return run


if __name__ == "__main__":
    pdf.warm()
    with demo() as opened:
        show(measure(opened))
