"""The local model's server: its weights, its process, and the line of those who wait for it."""
