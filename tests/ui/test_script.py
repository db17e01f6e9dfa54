"""Scripts in the page: what they tell is heard where they are drawn, and leaves nothing behind."""

import gc

from tests.ui.app import opened


def classes():
    """How many of Streamlit's classes there are."""
    found = (each for each in gc.get_objects() if isinstance(each, type))
    return sum(str(each.__module__).startswith("streamlit.") for each in found)


def test_a_page_that_is_drawn_again_leaves_no_class_behind():
    app = opened("playground").run()
    gc.collect()
    gc.disable()
    try:
        before = classes()
        app.run()
        assert classes() == before
    finally:
        gc.enable()
