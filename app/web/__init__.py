"""The ground under every page: guards, errors, assets, formats, and what views share."""
