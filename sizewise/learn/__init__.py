"""Teaching: course, items, attempts, scores, lint. Knows no file, no clock, no screen."""
