"""Things to find out in the lab."""
