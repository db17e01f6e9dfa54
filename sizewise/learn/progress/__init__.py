"""What answers say of a learner, computed afresh each time."""
