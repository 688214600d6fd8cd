"""The contract cleaning company."""
