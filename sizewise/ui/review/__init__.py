"""The review: what a learner is about to forget, asked again."""
