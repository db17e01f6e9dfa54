"""Codes of certificates: only the server that made one knows it."""

import pytest

from sizewise.record.identity import certificate_code, certified
from tests.record.builders import opened


def test_a_code_tells_what_was_certified(journal):
    code = certificate_code(journal.database, "ann", b"told")
    assert certified(journal.database, code, 4) == b"told"


def test_a_code_is_six_groups_of_four(journal):
    groups = certificate_code(journal.database, "ann", b"told").split("-")
    assert [len(group) for group in groups] == [4] * 6


def test_the_same_learner_gets_the_same_code_and_another_another(journal):
    codes = [certificate_code(journal.database, who, b"told") for who in ("ann", "ann", "bob")]
    assert codes[0] == codes[1] != codes[2]


def test_case_spaces_and_look_alikes_do_not_matter(journal):
    code = certificate_code(journal.database, "ann", b"told")
    typed = code.lower().replace("-", "  ").replace("o", "0").replace("b", "8")
    assert certified(journal.database, typed, 4) == b"told"


@pytest.mark.parametrize("typed", ["", "abc", "x" * 500, "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA", "é?!"])
def test_what_this_server_has_not_made_is_none(journal, typed):
    assert certified(journal.database, typed, 4) is None


def test_a_changed_code_is_none(journal):
    code = certificate_code(journal.database, "ann", b"told")
    changed = ("B" if code[0] != "B" else "C") + code[1:]
    assert certified(journal.database, changed, 4) is None


def test_another_server_does_not_know_it(journal, tmp_path, monkeypatch):
    code = certificate_code(journal.database, "ann", b"told")
    monkeypatch.delenv("SIZEWISE_SECRET", raising=False)
    with opened(tmp_path / "other") as other:
        assert certified(other.database, code, 4) is None
