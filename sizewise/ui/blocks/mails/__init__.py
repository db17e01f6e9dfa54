"""What a run of the small-model ladder found, as blocks of lessons and the page show it."""
