"""The course and its lessons: parts, interactive blocks, and what the blocks compute."""
