"""Further items for a lead, each with a true reason."""
