"""The first page, one file for each of its pieces."""
