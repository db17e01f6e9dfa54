"""What is told of a log: a page and a sheet, the same bytes for the same log."""
