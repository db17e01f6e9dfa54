"""Who is learning, without a name, a mail address or a password."""

import re
import stat
from contextlib import closing
from threading import Barrier, Thread

import pytest

from sizewise.record import RecordUnavailable, identity, open_journal
from sizewise.record.guesses import OF_ALL, OF_ONE, Guesses, TooManyGuesses
from sizewise.record.identity import (
    browser_learner,
    machine_learner,
    new_resume_code,
    resume,
)
from tests.record.builders import NOON, later, opened
from tests.record.plugin import SECRET

TOKEN, OTHER = "t" * 43, "o" * 43


class Clock:
    """Time that passes when told to."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """Each test has a minute of its own."""
    ticking = Clock()
    monkeypatch.setattr(identity, "_guesses", Guesses(ticking))
    monkeypatch.delenv("SIZEWISE_SECRET", raising=False)
    return ticking


@pytest.fixture
def in_file(tmp_path):
    """A record in a file, with its key file beside it."""
    with opened(tmp_path) as journal:
        yield journal


def in_threads(count, work):
    """What `work` gives in so many threads that start together."""
    found, ready = [], Barrier(count)

    def run():
        ready.wait()
        found.append(work())

    threads = [Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_a_machine_has_one_learner_across_restarts(url, journal):
    first = machine_learner(journal, NOON)
    journal.close()
    again = open_journal(url)
    assert machine_learner(again, later(1)) == first
    again.close()


def test_a_machine_has_one_learner_when_two_tabs_open_together(journal):
    assert len(set(in_threads(6, lambda: machine_learner(journal, NOON)))) == 1


def test_each_browser_has_its_own_learner(journal):
    ann, bob = browser_learner(journal, TOKEN, NOON), browser_learner(journal, OTHER, NOON)
    assert ann != bob
    assert browser_learner(journal, TOKEN, later(1)) == ann


def test_a_browser_has_one_learner_when_two_tabs_open_together(journal):
    found = in_threads(6, lambda: browser_learner(journal, TOKEN, NOON))
    assert len(found) == 6
    assert len(set(found)) == 1


def test_a_resume_code_is_four_words_and_four_digits(journal):
    code = new_resume_code(journal, "ann", NOON)
    assert re.fullmatch(r"([a-z]+-){4}\d{4}", code)


def test_a_code_has_fifty_three_bits():
    words = identity._words()
    assert len(set(words)) == 1024  # 4 x log2(1024) + log2(10,000) = 40 + 13.3 bits
    assert all(re.fullmatch(r"[a-z]{4,8}", word) for word in words)
    assert identity.WORDS == identity.DIGITS == 4


def test_every_code_is_new(journal):
    assert len({new_resume_code(journal, "ann", NOON) for _ in range(20)}) == 20


def test_a_code_links_another_browser_to_its_learner(journal):
    ann = browser_learner(journal, TOKEN, NOON)
    code = new_resume_code(journal, ann, NOON)
    assert browser_learner(journal, OTHER, NOON) != ann
    assert resume(journal, code, OTHER, later(1)) == ann
    assert browser_learner(journal, OTHER, later(2)) == ann
    assert browser_learner(journal, TOKEN, later(2)) == ann


@pytest.mark.parametrize(
    "typed",
    [str.upper, str.title, lambda c: f"  {c} ", lambda c: c.replace("-", " "),
     lambda c: c.replace("-", ""), lambda c: c.replace("-", " - "), lambda c: c.replace("-", "–")],
)  # fmt: skip
def test_a_code_may_be_typed_as_people_type(journal, typed):
    code = new_resume_code(journal, "ann", NOON)
    assert resume(journal, typed(code), TOKEN, NOON) == "ann"


@pytest.mark.parametrize(
    "typed", ["", "amber", "amber-otter-lagoon-maple-4821", "x" * 10_000, "🦦"]
)
def test_an_unknown_code_is_nobodys(journal, typed):
    new_resume_code(journal, "ann", NOON)
    before = browser_learner(journal, TOKEN, NOON)
    assert resume(journal, typed, TOKEN, NOON) is None
    assert browser_learner(journal, TOKEN, NOON) == before


def test_an_older_code_stays_good(journal):
    older, newer = (new_resume_code(journal, "ann", NOON) for _ in range(2))
    assert resume(journal, older, TOKEN, NOON) == resume(journal, newer, OTHER, NOON) == "ann"


def test_neither_code_nor_token_lies_in_the_record(tmp_path, in_file):
    browser_learner(in_file, TOKEN, NOON)
    code = new_resume_code(in_file, "ann", NOON)
    resume(in_file, code, OTHER, NOON)
    with in_file.database.writing() as connection:
        connection.exec_driver_sql("SELECT 1")
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"resume_code" in stored  # it is the record that was read
    for secret in (code, code.replace("-", ""), code.rsplit("-", 1)[0], TOKEN, OTHER):
        assert secret.encode() not in stored


def test_a_copy_of_the_record_is_worthless_without_its_key(journal, monkeypatch):
    ann = browser_learner(journal, TOKEN, NOON)
    code = new_resume_code(journal, ann, NOON)
    monkeypatch.setenv("SIZEWISE_SECRET", f"not {SECRET}")
    assert resume(journal, code, OTHER, NOON) is None
    assert browser_learner(journal, TOKEN, NOON) != ann


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


def test_a_server_of_postgresql_without_a_secret_tells_what_to_set(postgres_url, monkeypatch):
    monkeypatch.delenv("SIZEWISE_SECRET")
    with closing(open_journal(postgres_url)) as journal, pytest.raises(RecordUnavailable) as told:
        browser_learner(journal, TOKEN, NOON)
    assert "set SIZEWISE_SECRET to 32 random characters" in str(told.value)


def test_one_browser_may_try_ten_codes_a_minute(journal, clock):
    for _ in range(OF_ONE):
        assert resume(journal, "wrong", TOKEN, NOON) is None
    with pytest.raises(TooManyGuesses, match="Wait a minute"):
        resume(journal, "wrong", TOKEN, NOON)
    assert resume(journal, "wrong", OTHER, NOON) is None
    clock.now += 60
    assert resume(journal, "wrong", TOKEN, NOON) is None


def test_too_many_tries_stop_even_the_right_code(journal):
    code = new_resume_code(journal, "ann", NOON)
    for _ in range(OF_ONE):
        resume(journal, "wrong", TOKEN, NOON)
    with pytest.raises(RecordUnavailable):
        resume(journal, code, TOKEN, NOON)


def test_all_browsers_together_have_a_limit(clock):
    guesses = Guesses(clock)
    for number in range(OF_ALL):
        guesses.count(f"browser-{number}")
    with pytest.raises(TooManyGuesses):
        guesses.count("one-more")
    clock.now += 60
    guesses.count("one-more")
