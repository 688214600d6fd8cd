"""Money, quotes and the economics of an offer. Pure."""
