"""Pages to look things up: glossary, questions and answers, checklists."""
