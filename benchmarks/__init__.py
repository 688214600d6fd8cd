"""Measurements and campaigns that anyone can run again."""
