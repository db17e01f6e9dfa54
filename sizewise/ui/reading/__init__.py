"""The page of reading settings."""
