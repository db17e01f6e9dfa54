"""Every page with a kind of content that is not there: drawn, never failed."""

import shutil

import pytest

from sizewise.ui import house
from tests.ui.app import opened, said
from tests.ui.conftest import forget_content
from tests.ui.test_pages import PAGES, ROOT

GONE = {
    "words": "content/glossary.yaml",
    "questions": "content/faq.yaml",
    "choices": "content/choose.yaml",
    "checklists": "content/checklists",
    "missions": "content/missions",
    "models": "content/models",
    "lessons": "content/lessons",
    "quizzes": "quizzes",
    "recorded trials": "content/runs",
    "course": "content/course.yaml",
    "all": "content",
}


@pytest.fixture(scope="module", params=GONE.values(), ids=GONE)
def bare_house(request, tmp_path_factory):
    """The app with content in which one kind is missing, read once for both tests."""
    root = tmp_path_factory.mktemp("house")
    for name in ("content", "quizzes"):
        shutil.copytree(ROOT / name, root / name)
    gone = root / request.param
    if gone.is_dir():
        shutil.rmtree(gone)
        gone.mkdir()
    else:
        gone.unlink()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(house, "ROOT", root)
        forget_content()
        yield
    forget_content()


@pytest.mark.usefixtures("bare_house")
def test_no_page_fails_when_a_kind_of_content_is_not_there():
    failed = {}
    for page in PAGES:
        app = opened(page)
        if app.exception or not said(app):
            failed[page] = [each.message for each in app.exception] or "an empty page"
    assert failed == {}


@pytest.mark.usefixtures("bare_house")
def test_no_view_of_the_lab_fails_when_a_kind_of_content_is_not_there():
    failed = {}
    for view in ("price", "x-ray", "call", "plan", "many", "bill", "missions"):
        app = opened("lab", view=view)
        if app.exception:
            failed[view] = [each.message for each in app.exception]
    assert failed == {}
