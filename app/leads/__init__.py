"""Companies and contacts, and what they bought before."""
