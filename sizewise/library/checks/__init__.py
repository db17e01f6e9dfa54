"""What files must keep to beyond their own shape: one file a concern."""
