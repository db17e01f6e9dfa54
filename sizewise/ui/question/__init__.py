"""A question on screen: what is asked, how it is answered, what the learner hears back."""
