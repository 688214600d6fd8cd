"""From a frozen document to exactly four pages."""
