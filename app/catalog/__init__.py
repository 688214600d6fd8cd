"""Catalogues: an admin's workbook as items, questions, calculation, texts and rules."""
