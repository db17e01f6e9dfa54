"""Who is learning, without a name, a mail address or a password."""

import re
from contextlib import closing
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import select

from sizewise.record import RecordUnavailable, open_journal, tables
from sizewise.record.identity import (
    browser_learner,
    codes,
    exchange,
    guesses,
    machine_learner,
    new_resume_code,
    new_ticket,
    resume,
)
from sizewise.record.identity.guesses import OF_ADDRESS, OF_ONE, SLOW, Guesses, TooManyGuesses
from sizewise.record.identity.tickets import TICKET_LIFE
from tests.record.builders import NOON, later, opened
from tests.record.plugin import SECRET

TOKEN, OTHER, NEW = "t" * 43, "o" * 43, "n" * 43
MINUTE = timedelta(minutes=1)
HOME, SCHOOL = "198.51.100.7", "203.0.113.9"


class Clock:
    """Time that passes when told to."""

    def __init__(self):
        self.now = NOON
        self.waits = []

    def __call__(self):
        return self.now

    def wait(self, seconds):
        self.waits.append(seconds)


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """Each test has a minute of its own."""
    ticking = Clock()
    monkeypatch.setattr(codes, "_guesses", Guesses(ticking, ticking.wait))
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
    words = codes._words()
    assert len(set(words)) == 1024  # 4 x log2(1024) + log2(10,000) = 40 + 13.3 bits
    assert all(re.fullmatch(r"[a-z]{4,8}", word) for word in words)
    assert codes.WORDS == codes.DIGITS == 4


def test_every_code_is_new(journal):
    assert len({new_resume_code(journal, "ann", NOON) for _ in range(20)}) == 20


def test_a_code_links_another_browser_to_its_learner(journal):
    ann = browser_learner(journal, TOKEN, NOON)
    code = new_resume_code(journal, ann, NOON)
    assert browser_learner(journal, OTHER, NOON) != ann
    assert resume(journal, code, OTHER, HOME) == ann
    ticket = new_ticket(journal, ann, OTHER, NOON)
    assert exchange(journal, ticket, OTHER, NEW, later(0))
    assert browser_learner(journal, NEW, later(2)) == ann
    assert browser_learner(journal, TOKEN, later(2)) == ann


@pytest.mark.parametrize(
    "typed",
    [str.upper, str.title, lambda c: f"  {c} ", lambda c: c.replace("-", " "),
     lambda c: c.replace("-", ""), lambda c: c.replace("-", " - "), lambda c: c.replace("-", "–")],
)  # fmt: skip
def test_a_code_may_be_typed_as_people_type(journal, typed):
    code = new_resume_code(journal, "ann", NOON)
    assert resume(journal, typed(code), TOKEN, HOME) == "ann"


@pytest.mark.parametrize(
    "typed", ["", "amber", "amber-otter-lagoon-maple-4821", "x" * 10_000, "🦦"]
)
def test_an_unknown_code_is_nobodys(journal, typed):
    new_resume_code(journal, "ann", NOON)
    before = browser_learner(journal, TOKEN, NOON)
    assert resume(journal, typed, TOKEN, HOME) is None
    assert browser_learner(journal, TOKEN, NOON) == before


def test_an_older_code_stays_good(journal):
    older, newer = (new_resume_code(journal, "ann", NOON) for _ in range(2))
    assert resume(journal, older, TOKEN, HOME) == resume(journal, newer, OTHER, HOME) == "ann"


def test_neither_code_nor_token_lies_in_the_record(tmp_path, in_file):
    browser_learner(in_file, TOKEN, NOON)
    code = new_resume_code(in_file, "ann", NOON)
    ticket = new_ticket(in_file, "ann", OTHER, NOON)
    exchange(in_file, ticket, OTHER, NEW, NOON)
    with in_file.database.writing() as connection:
        connection.exec_driver_sql("SELECT 1")
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"resume_code" in stored  # it is the record that was read
    for secret in (code, code.replace("-", ""), code.rsplit("-", 1)[0], TOKEN, OTHER, NEW, ticket):
        assert secret.encode() not in stored


def test_a_copy_of_the_record_is_worthless_without_its_key(journal, monkeypatch):
    ann = browser_learner(journal, TOKEN, NOON)
    code = new_resume_code(journal, ann, NOON)
    monkeypatch.setenv("SIZEWISE_SECRET", f"not {SECRET}")
    assert resume(journal, code, OTHER, HOME) is None
    assert browser_learner(journal, TOKEN, NOON) != ann


def test_a_code_changes_nothing_about_the_cookie_that_entered_it(journal):
    """Whoever set that cookie for somebody else must not come to their progress by it."""
    code = new_resume_code(journal, "ann", NOON)
    before = browser_learner(journal, OTHER, NOON)
    resume(journal, code, OTHER, HOME)
    exchange(journal, new_ticket(journal, "ann", OTHER, NOON), OTHER, NEW, NOON)
    assert browser_learner(journal, OTHER, later(1)) == before != "ann"


def test_a_ticket_is_good_in_the_browser_that_earned_it_alone(journal):
    ticket = new_ticket(journal, "ann", OTHER, NOON)
    assert not exchange(journal, ticket, TOKEN, NEW, NOON)
    assert not exchange(journal, ticket, NEW, NEW, NOON)
    assert browser_learner(journal, NEW, NOON) != "ann"


def test_a_ticket_is_good_for_ten_minutes(journal):
    ticket = new_ticket(journal, "ann", OTHER, NOON)
    assert exchange(journal, ticket, OTHER, NEW, NOON + timedelta(seconds=TICKET_LIFE))
    assert not exchange(journal, ticket, OTHER, TOKEN, NOON + timedelta(seconds=TICKET_LIFE + 1))


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.replace("ann", "bob"), lambda t: t + "0", lambda t: t[:-1], lambda t: "",
        lambda t: t.replace(".", ".9", 1), lambda t: "." * 9, lambda t: t.replace(".1", ".١", 1),
        lambda t: f"ann.{'9' * 5000}.{'0' * 64}", lambda t: t[:-1] + "é", lambda t: f"x{t}",
        lambda t: t.upper(), lambda t: t + "\n",
    ],
)  # fmt: skip
def test_a_ticket_that_somebody_made_or_changed_is_worthless(journal, change):
    ticket = change(new_ticket(journal, "ann", OTHER, NOON))
    assert not exchange(journal, ticket, OTHER, NEW, NOON)


def test_a_token_that_is_somebodys_already_stays_theirs(journal):
    ann, bob = browser_learner(journal, TOKEN, NOON), "bob"
    assert not exchange(journal, new_ticket(journal, bob, OTHER, NOON), OTHER, TOKEN, NOON)
    assert browser_learner(journal, TOKEN, later(1)) == ann


def test_one_browser_may_try_ten_codes_a_minute(journal, clock):
    for _ in range(OF_ONE):
        assert resume(journal, "wrong", TOKEN, HOME) is None
    with pytest.raises(TooManyGuesses, match="Wait a minute"):
        resume(journal, "wrong", TOKEN, HOME)
    assert resume(journal, "wrong", OTHER, HOME) is None
    clock.now += MINUTE
    assert resume(journal, "wrong", TOKEN, HOME) is None


def test_too_many_tries_of_a_browser_stop_even_its_right_code(journal):
    code = new_resume_code(journal, "ann", NOON)
    for _ in range(OF_ONE):
        resume(journal, "wrong", TOKEN, HOME)
    with pytest.raises(RecordUnavailable):
        resume(journal, code, TOKEN, HOME)


def test_a_whole_class_behind_one_address_is_never_locked_out(journal, clock):
    code = new_resume_code(journal, "ann", NOON)
    for browser in range(30):
        for _ in range(OF_ONE):
            resume(journal, "wrong", f"browser-{browser}", SCHOOL)
    assert resume(journal, code, OTHER, SCHOOL) == "ann"


def test_a_new_cookie_for_each_guess_does_not_make_guessing_faster(journal, clock):
    for number in range(OF_ADDRESS):
        resume(journal, "wrong", f"browser-{number}", SCHOOL)
    assert clock.waits == []
    resume(journal, "wrong", "one-more", SCHOOL)
    assert clock.waits == [SLOW]
    resume(journal, "wrong", "one-more", HOME)
    clock.now += MINUTE
    resume(journal, "wrong", "one-more", SCHOOL)
    assert clock.waits == [SLOW]


def test_a_guess_waits_before_anybody_learns_whether_it_is_right(journal, clock):
    code = new_resume_code(journal, "ann", NOON)
    for number in range(OF_ADDRESS):
        resume(journal, "wrong", f"browser-{number}", SCHOOL)
    assert resume(journal, code, OTHER, SCHOOL) == "ann"
    assert clock.waits == [SLOW]


def test_right_codes_do_not_count(journal, clock):
    code = new_resume_code(journal, "ann", NOON)
    for _ in range(OF_ADDRESS * 2):
        assert resume(journal, code, TOKEN, SCHOOL) == "ann"
    assert clock.waits == []


def test_all_browsers_together_have_a_limit(journal, clock, monkeypatch):
    monkeypatch.setattr(guesses, "OF_ALL", 20)
    for number in range(20):
        resume(journal, "wrong", f"browser-{number}", f"address-{number}")
    with pytest.raises(TooManyGuesses):
        resume(journal, "wrong", "one-more", "elsewhere")
    clock.now += MINUTE
    assert resume(journal, "wrong", "one-more", "elsewhere") is None


def test_two_processes_count_together(url, journal):
    with closing(open_journal(url)) as other:
        for number in range(OF_ONE):
            resume((journal, other)[number % 2], "wrong", TOKEN, HOME)
        for each in (journal, other):
            with pytest.raises(TooManyGuesses):
                resume(each, "wrong", TOKEN, HOME)


def test_tries_that_come_together_are_all_counted(url, journal):
    """Each from a process of its own."""
    ready, said = Barrier(OF_ONE + 5), []

    def tries():
        with closing(open_journal(url)) as own:
            ready.wait()
            try:
                said.append(resume(own, "wrong", TOKEN, HOME))
            except TooManyGuesses:
                said.append("too many")

    in_threads(OF_ONE + 5, tries)
    assert said.count("too many") == 5


@pytest.mark.parametrize("days", [-3, 3])
def test_a_clock_that_is_set_keeps_nobody_out(journal, clock, days):
    for _ in range(OF_ONE):
        resume(journal, "wrong", TOKEN, HOME)
    clock.now += timedelta(days=days)
    assert resume(journal, "wrong", TOKEN, HOME) is None


def test_a_minute_later_nothing_is_kept_of_who_tried(journal, clock):
    resume(journal, "wrong", TOKEN, HOME)
    with journal.database.reading() as connection:
        [kept] = connection.execute(select(tables.code_guess)).all()
    assert not {TOKEN, HOME} & set(kept)
    clock.now += MINUTE
    resume(journal, "wrong", OTHER, SCHOOL)
    with journal.database.reading() as connection:
        [another] = connection.execute(select(tables.code_guess)).all()
    assert another.browser != kept.browser
