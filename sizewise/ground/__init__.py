"""What both subjects stand on: names, and numbers as they are written."""
