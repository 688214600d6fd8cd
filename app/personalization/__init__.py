"""Which text a lead reads: industry, role, language, conditions, fallbacks."""
