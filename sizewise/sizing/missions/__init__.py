"""Things to find out in the lab, with their computed answers."""
