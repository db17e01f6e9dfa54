"""The class: joined by learners under a pseudonym, made and led by a teacher without an account."""
