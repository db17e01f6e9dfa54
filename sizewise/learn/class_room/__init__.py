"""A class: who learns together, under which names, and what is due."""
