"""What learners look up: words, questions with answers, checklists."""
