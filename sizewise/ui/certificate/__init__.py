"""A certificate to print at the end of the course, and its check."""
