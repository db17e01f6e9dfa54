"""Exceptions that speak to a learner."""


class Plain(Exception):
    """Something a learner can mend or must know: the message is for them, as it stands.

    Where nothing catches it, the screen shows the message in place of the page. What other
    exceptions say is for the server's log.
    """

    for_learner = True
    """The screen's tag: it never looks at classes."""
