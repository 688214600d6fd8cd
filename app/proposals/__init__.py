"""A proposal from its brief to its frozen document, its numbers, revisions and life."""
