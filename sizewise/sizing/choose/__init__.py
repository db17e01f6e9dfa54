"""From answers to models."""
