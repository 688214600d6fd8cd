"""The maker of compressed-air equipment."""
