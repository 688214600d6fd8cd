"""Builds the sample workbooks in `catalogs/`; run `python -m catalogs.build`."""
