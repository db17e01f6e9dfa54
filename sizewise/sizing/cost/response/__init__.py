"""What a pasted response says: from its text to the numbers that its maker counted."""
