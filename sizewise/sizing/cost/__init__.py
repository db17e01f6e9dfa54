"""What calls cost: from usage and price to a receipt."""
