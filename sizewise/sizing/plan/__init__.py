"""A year's plan: how much, how sure, and how to pay less."""
