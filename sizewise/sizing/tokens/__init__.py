"""What a text, a picture or a message weighs in tokens."""
