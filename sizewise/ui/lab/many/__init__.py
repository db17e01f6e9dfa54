"""A file of prompts, priced at once."""
