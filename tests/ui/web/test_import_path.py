"""The list of folders in which Python looks for what is imported."""

import sys

from streamlit.runtime.scriptrunner.exec_code import modified_sys_path

from sizewise.ui.server import SHELL
from sizewise.ui.web.import_path import keep


def test_a_run_of_a_page_moves_nothing_on_it(monkeypatch):
    monkeypatch.setattr(sys, "path", [each for each in sys.path if each != str(SHELL.parent)])
    with modified_sys_path(str(SHELL)):
        assert sys.path[0] == str(SHELL.parent)  # what Streamlit does by itself
    keep(SHELL)
    keep(SHELL)
    before = [*sys.path]
    with modified_sys_path(str(SHELL)):
        assert sys.path == before
    assert sys.path == before
    assert before.count(before[-1]) == 1
