"""Rules for a quiz, by what they look at."""
