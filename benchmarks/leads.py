"""Campaign: every lead of a file × numbers of lines × languages gives four right pages and one mail.

    .venv/bin/python -m benchmarks.leads LEADS.json [--sizes 1,7,30,120,500] [--languages uk,ru,en]

LEADS.json is a list of objects with `id`, `name`, `company`, `industry`, `role`, `email`, `phone`, `city`,
`country`, like tests/data/leads.json. `"reachable": false` says that no mail can reach the address.
Works in an instance of its own, in a folder that goes away; prints what failed and how many passed.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from app.catalog.service import import_workbook
from app.delivery.service import Courier
from app.instance import Instance, open_instance
from app.schema import upgrade
from app.settings import PROJECT_DIR, load_settings
from tests.acceptance.campaign import (
    CATALOGUES,
    LANGUAGES,
    SIZES,
    Case,
    every_case,
    skus_of,
    wrong_case,
    wrong_mails,
)

THREADS = 2


def main() -> int:
    """Run the campaign; exit status 1 if anything failed."""
    asked = _asked()
    leads = json.loads(asked.leads.read_text("utf-8"))
    cases = list(every_case(leads, sizes=asked.sizes, languages=asked.languages))
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        instance = _instance(Path(folder))
        failures = [*_failures(instance, cases), *wrong_mails(instance)]
        instance.close()
    for failure in failures:
        print(failure)
    seconds = time.monotonic() - started
    print(f"{len(cases) - len(failures)} passed, {len(failures)} failed in {seconds:.0f} s")
    return 1 if failures else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("leads", type=Path)
    parser.add_argument(
        "--sizes", type=lambda text: [int(size) for size in text.split(",")], default=list(SIZES)
    )
    parser.add_argument("--languages", type=lambda text: text.split(","), default=list(LANGUAGES))
    return parser.parse_args()


def _instance(folder: Path) -> Instance:
    instance = open_instance(load_settings({"MINUTA_INSTANCE_DIR": str(folder)}))
    upgrade(instance.database)
    for key in CATALOGUES:
        file = PROJECT_DIR / "catalogs" / f"{key}.xlsx"
        content = file.read_bytes()
        report = import_workbook(
            instance, content=content, filename=file.name, folder=file.parent, by="campaign", publish=True
        )
        if not report.published:
            raise SystemExit(f"{key} cannot be published: {report.problems}")
    return instance


def _failures(instance: Instance, cases: Sequence[Case]) -> Iterator[str]:
    courier = Courier(instance)
    skus = {key: skus_of(instance, key) for key in CATALOGUES}

    def run(case: Case) -> list[str]:
        return list(wrong_case(instance, courier, case, skus[case.catalogue]))

    with ThreadPoolExecutor(THREADS) as pool:
        for case, wrong in zip(cases, pool.map(run, cases), strict=True):
            if wrong:
                yield f"{case.name}: {'; '.join(wrong)}"


if __name__ == "__main__":
    sys.exit(main())
