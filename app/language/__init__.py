"""How Minuta writes in Ukrainian, Russian and English: numbers, money, dates, words."""
