"""Builds every sample file of `catalogs/`: `python -m catalogs.build`."""

from catalogs.build.companies import CATALOGS, COMPANIES, workbook

for company in COMPANIES:
    content = workbook(company)
    (CATALOGS / f"{company.key}.xlsx").write_bytes(content)
