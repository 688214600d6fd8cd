"""Builds every sample file of `catalogs/`: `python -m catalogs.build`."""

from catalogs.build.companies import CATALOGS, sample_files

for name, content in sample_files():
    (CATALOGS / name).write_bytes(content)
