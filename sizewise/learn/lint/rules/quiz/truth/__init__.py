"""Is what an item says true on every day and in every draw?"""
