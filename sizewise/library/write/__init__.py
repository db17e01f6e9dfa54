"""What is written for authors: schemas for their editors, files to begin with."""
