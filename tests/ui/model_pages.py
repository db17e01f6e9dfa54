"""The pages of models drawn in memory: how tests read them."""

from tests.ui.app import html


def found(app):
    """The number of models, as the list says it."""
    return html(app).split('role="status">')[1].split("<")[0]
