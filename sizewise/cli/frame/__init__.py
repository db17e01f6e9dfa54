"""What all commands share: how they are found, what their options mean, how they answer."""
