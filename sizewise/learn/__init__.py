"""Teaching: course, items, attempts, scores, mastery and lint. Knows no file, no clock, no screen."""
