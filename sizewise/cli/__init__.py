"""The command line: one file a command, which is called as its file is.

Each file holds one `command`. It is read for every `--help`, so whatever is heavy is imported
inside of it.
"""
