"""Scripts in the page: what they tell is heard where they are drawn, and leaves nothing behind."""

import gc

from tests.ui.app import opened


def classes():
    """How many there are; the test's own machine makes some, too."""
    found = (each for each in gc.get_objects() if isinstance(each, type))
    return sum(not each.__module__.startswith("unittest") for each in found)


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
