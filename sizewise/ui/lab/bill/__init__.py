"""A response of an API, pasted, as a bill."""
