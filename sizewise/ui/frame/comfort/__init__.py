"""How a learner wants to read: what can be chosen, what was chosen, and what it does to a page."""
