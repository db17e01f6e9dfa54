"""What is kept of content, for everybody."""

import pytest

from sizewise.ui import house


class Counted:
    """Something that is made of content, and notes for whom it was made."""

    def __init__(self):
        self.made = []

    def __call__(self, learner):
        self.made.append(learner)
        return f"for {learner}"


@pytest.fixture
def edition(monkeypatch, tmp_path):
    """The state of content of its own, which a file in `content` changes."""
    (tmp_path / "content").mkdir()
    monkeypatch.setattr(house, "ROOT", tmp_path)
    house._edition.cache_clear()
    yield tmp_path / "content" / "new.md"
    house._edition.cache_clear()


def keeping(most):
    make = Counted()
    make.__qualname__ = "Counted"
    return make, house.many_of_content(most)(make)


def test_what_differs_from_learner_to_learner_is_kept_for_the_newest(edition):
    make, asked = keeping(2)
    assert [asked(each) for each in "aab"] == ["for a", "for a", "for b"]
    assert make.made == ["a", "b"]
    asked("c")
    asked("a")
    assert make.made == ["a", "b", "c", "a"]


def test_it_is_made_anew_once_a_content_file_has_changed(edition):
    make, asked = keeping(2)
    asked("a")
    edition.write_text("A new lesson")
    house.catch_up()
    asked("a")
    assert make.made == ["a", "a"]
