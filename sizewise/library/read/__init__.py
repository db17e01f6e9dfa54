"""From a file to a typed object, or to every problem with its line."""
