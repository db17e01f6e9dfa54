"""The content door: files in, typed objects out, or every problem with its file and line."""
