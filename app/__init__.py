"""Minuta: from a sales call to a finished commercial proposal."""
