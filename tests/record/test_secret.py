"""The key of all fingerprints: made once for a record, never made anew without a word."""

import stat
from contextlib import closing

import pytest

from sizewise.record import RecordUnavailable, open_journal
from sizewise.record.identity import browser_learner
from tests.record.builders import NOON, opened
from tests.record.plugin import SECRET

TOKEN, OTHER = "t" * 43, "o" * 43


@pytest.fixture(autouse=True)
def no_secret(monkeypatch):
    """The key is in its file, unless a test says otherwise."""
    monkeypatch.delenv("SIZEWISE_SECRET", raising=False)


@pytest.fixture
def in_file(tmp_path):
    """A record in a file, with its key file beside it."""
    with opened(tmp_path) as journal:
        yield journal


def test_the_key_file_is_its_owners_alone(tmp_path, in_file):
    browser_learner(in_file, TOKEN, NOON)
    assert stat.S_IMODE((tmp_path / "record.db.secret").stat().st_mode) == 0o600


def test_with_a_secret_of_ones_own_no_key_file_is_made(tmp_path, in_file, monkeypatch):
    monkeypatch.setenv("SIZEWISE_SECRET", SECRET)
    browser_learner(in_file, TOKEN, NOON)
    assert not (tmp_path / "record.db.secret").exists()


def test_a_short_secret_is_refused(journal, monkeypatch):
    monkeypatch.setenv("SIZEWISE_SECRET", "password")
    with pytest.raises(RecordUnavailable, match="SIZEWISE_SECRET is too short"):
        browser_learner(journal, TOKEN, NOON)


def test_an_empty_key_file_is_told_and_never_used(tmp_path, in_file):
    (tmp_path / "record.db.secret").touch()
    with pytest.raises(RecordUnavailable, match=r"record\.db\.secret is damaged"):
        browser_learner(in_file, TOKEN, NOON)


def removed(key):
    key.unlink()


def secret_forgotten(key):
    """As if the learners' fingerprints had been made with a SIZEWISE_SECRET that is not set now."""
    key.rename(key.with_name("elsewhere"))


@pytest.mark.parametrize("lose", [removed, secret_forgotten], ids=lambda f: f.__name__)
def test_no_new_key_is_made_for_a_record_that_knows_learners_by_another(tmp_path, in_file, lose):
    ann, key = browser_learner(in_file, TOKEN, NOON), tmp_path / "record.db.secret"
    kept = key.read_text()
    lose(key)
    for token in (TOKEN, OTHER):
        with pytest.raises(RecordUnavailable, match="is missing, and the record knows") as told:
            browser_learner(in_file, token, NOON)
        assert "secret" not in told.value.plain.lower()
    assert not key.exists()
    key.write_text(kept)
    assert browser_learner(in_file, TOKEN, NOON) == ann


def test_whoever_has_no_copy_of_a_lost_key_goes_on_with_another(tmp_path, in_file):
    ann, key = browser_learner(in_file, TOKEN, NOON), tmp_path / "record.db.secret"
    key.write_text("k" * 32)
    assert browser_learner(in_file, TOKEN, NOON) != ann


def test_a_newcomer_makes_no_key_while_the_record_is_away(tmp_path, in_file):
    ann, away = browser_learner(in_file, TOKEN, NOON), tmp_path / "away"
    away.mkdir()
    ours = list(tmp_path.glob("record.db*"))
    for path in ours:
        path.rename(away / path.name)
    with pytest.raises(RecordUnavailable, match="was moved or removed"):
        browser_learner(in_file, OTHER, NOON)
    assert list(tmp_path.glob("record.db*")) == []
    for path in ours:
        (away / path.name).rename(path)
    assert browser_learner(in_file, TOKEN, NOON) == ann


def test_a_server_of_postgresql_without_a_secret_tells_what_to_set(postgres_url, monkeypatch):
    monkeypatch.delenv("SIZEWISE_SECRET")
    with closing(open_journal(postgres_url)) as journal, pytest.raises(RecordUnavailable) as told:
        browser_learner(journal, TOKEN, NOON)
    assert "set SIZEWISE_SECRET to 32 random characters" in str(told.value)
