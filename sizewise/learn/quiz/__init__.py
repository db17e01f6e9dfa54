"""Questions: what is asked, what is given, and what it is worth."""
