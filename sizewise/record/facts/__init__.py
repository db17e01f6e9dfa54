"""What learners did: one file a family of facts. `Journal` is all of them."""
