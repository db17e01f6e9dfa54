"""What is the same for whoever describes this machine and whoever runs something on it."""

MODEL = "smollm2-135m-instruct"
"""The model that comes along and runs here."""
