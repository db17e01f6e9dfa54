"""The catalogue on screen: the list of models, a model's profile, models side by side."""
