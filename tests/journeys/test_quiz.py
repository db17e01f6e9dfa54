"""A learner takes the quiz: with the mouse, with the keyboard alone, and through mishaps."""

import re
from datetime import UTC, datetime
from itertools import cycle

import pytest
from playwright.sync_api import expect

from sizewise.record import identity, open_journal
from tests.browser.plugin import LOOKS, forget
from tests.browser.screen import DRAWN, flaws_in_looks
from tests.journeys.learner import LESSON, Learner
from tests.journeys.past import QUIZ, begun, one_of_each_type


@pytest.fixture
def learner(server, page):
    return Learner(page, server.url)


def test_every_answer_is_explained_and_the_results_add_up(server, learner):
    right, left = 10, 5
    begun(server, left=left)
    learner.opens(f"quiz?lesson={LESSON}").reads()
    page = learner.page
    learner.presses("Check answer")
    expect(page.get_by_test_id("stAlert")).to_be_visible()
    for _ in range(left):
        options = len(learner.choices)
        right += learner.answers()
        if options:
            _every_option_has_a_word_and_a_reason(page, options)
        learner.goes_on()
    assert page.locator(".qz-review").count() == 15
    points = float(page.locator(".qz-score b").inner_text())
    assert right <= points < right + left  # some points in part, for part of the right options
    skills = page.locator(".qz-skills li b").all_inner_texts()
    assert sum(float(line.split(" of ")[0]) for line in skills) == pytest.approx(points, abs=0.05)
    assert sum(int(line.split(" of ")[1]) for line in skills) == 15


def _every_option_has_a_word_and_a_reason(page, options):
    cards = page.locator(".qz-card")
    expect(cards).to_have_count(options)
    for card in cards.all():
        assert re.search("correct", card.inner_text(), re.IGNORECASE)
        assert card.locator(".qz-why").inner_text().strip()


def test_the_keyboard_alone_is_enough_for_every_type_of_question(server, learner):
    kinds = one_of_each_type()
    begun(server, only=kinds, left=len(kinds))
    page = learner.opens(f"quiz?lesson={LESSON}").page
    for _ in kinds:
        learner.reads()
        _answer_by_keyboard(page)
        expect(learner.verdict).to_be_focused()
        learner.hears_of_the_record()
        learner.reads()
        page.keyboard.press("Enter")
        expect(learner.verdict).to_have_count(0)
    expect(page.locator(".qz-score")).to_be_visible()


def test_each_hint_takes_the_focus_and_the_last_one_keeps_it(server, learner):
    hinted = next(item for item in QUIZ.items if len(item.hints) > 1 and item.type == "single")
    begun(server, only=[hinted.id], left=1)
    page = learner.opens(f"quiz?lesson={LESSON}").page
    learner.reads()
    page.locator(".st-key-hint button").focus()
    for number in range(1, len(hinted.hints) + 1):
        page.keyboard.press("Space")
        expect(page.get_by_role("status").get_by_role("listitem")).to_have_count(number)
        expect(page.locator(".qz-hints li").last).to_be_focused()
        page.keyboard.press("Tab")  # to the next hint, while there is one
    expect(page.locator(".st-key-hint")).to_have_count(0)


def _answer_by_keyboard(page):
    field = page.locator(".st-key-quiz").get_by_role("textbox")
    if field.count():
        while not field.evaluate("(each) => each === document.activeElement"):
            page.keyboard.press("Tab")
    page.keyboard.press("1")
    if page.locator(".st-key-steps").count():
        page.keyboard.press("ArrowDown")
        expect(page.locator(".st-key-step_1 button:focus")).to_have_count(1)
        while not page.locator(".st-key-go button:focus").count():
            page.keyboard.press("Tab")
    for box in page.locator(".st-key-pairs").get_by_role("combobox").all():
        page.keyboard.press("ArrowDown")
        page.get_by_role("listbox").wait_for()
        page.keyboard.press("Enter")
        expect(box).not_to_have_value("")
        page.keyboard.press("Tab")  # to what takes the choice back
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def test_a_double_click_a_reload_and_another_browser_skip_nothing_and_ask_the_same(learner):
    page = learner.opens(f"quiz?lesson={LESSON}").page
    learner.reads()
    page.keyboard.press("Enter")
    expect(learner.count).to_contain_text("Question 1 of")
    learner.reads()
    learner.picks_the_first()
    learner.reads()
    expect(learner.verdict).to_have_count(0)  # choosing never submits
    page.get_by_role("button", name="Check answer").dblclick()
    expect(learner.verdict).to_be_visible()
    learner.hears_of_the_record()
    learner.reads()
    assert learner.number == 1
    told = learner.verdict.inner_text()
    learner.opens(f"quiz?lesson={LESSON}")
    expect(learner.verdict).to_have_text(told)
    learner.reads()
    learner.goes_on()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    before = learner.screen
    assert learner.opens(f"quiz?lesson={LESSON}").screen == before
    forget(page)
    assert learner.opens(f"quiz?lesson={LESSON}").screen == before


def test_killing_the_server_loses_no_answer_and_an_open_page_goes_on_without_a_reload(
    server, learner
):
    of = {kind: [i.id for i in QUIZ.items if i.type == kind] for kind in ("single", "numeric")}
    begun(server, only=[*of["single"][:2], of["numeric"][0]], left=3)
    learner.opens(f"quiz?lesson={LESSON}").reads()
    learner.answers()
    told, number = learner.verdict.inner_text(), learner.number
    server.restart()
    learner.opens(f"quiz?lesson={LESSON}").reads()
    assert (learner.number, learner.verdict.inner_text()) == (number, told)
    for _ in range(2):
        learner.goes_on()
        learner.picks_the_first()  # what is typed stays in a field that has the focus
        before = learner.screen
        server.kill()
        expect(learner.page.locator(DRAWN)).to_have_count(0)
        server.start()
        learner.reads()
        assert learner.screen == before
        learner.presses("Check answer")  # once, even while the new server still draws the page
        learner.hears_of_the_record()
        learner.reads()
    learner.goes_on()
    expect(learner.page.locator(".qz-review")).to_have_count(3)


def test_an_exam_explains_nothing_before_the_end(server, learner):
    begun(server, mode="exam", left=2)
    learner.opens(f"quiz?lesson={LESSON}").reads()
    for words in ("Save answer", "Save and see your results"):
        learner.picks_the_first()
        before = learner.stem
        learner.presses(words)
        expect(learner.page.get_by_role("heading", level=1)).not_to_have_text(before)
        expect(learner.verdict).to_have_count(0)
        learner.reads()
    expect(learner.page.locator(".qz-review")).to_have_count(15)


def test_one_key_says_how_sure_one_is_and_the_next_checks(server, learner):
    """Enter on the three would turn the choice over again: it presses the button instead."""
    single = next(item.id for item in QUIZ.items if item.type == "single")
    begun(server, only=[single], left=1)
    page = learner.opens(f"quiz?lesson={LESSON}").page
    learner.reads()
    page.keyboard.press("1")
    page.keyboard.press("s")
    sure = page.get_by_role("radio", name="Sure", exact=True)
    expect(sure).to_be_checked()
    sure.focus()
    page.keyboard.press("Enter")
    learner.hears_of_the_record()
    journal = open_journal(server.database_url)
    (given,) = journal.answers_of(identity.machine_learner(journal, datetime.now(UTC)))
    journal.close()
    assert given.certainty == "sure"
    assert given.took_ms > 0


def test_no_barrier_while_asking_after_the_answer_and_at_the_end(server, learner):
    kinds = one_of_each_type()
    begun(server, only=kinds, left=len(kinds))
    page = learner.opens(f"quiz?lesson={LESSON}").page
    learner.reads()
    for look, _ in zip(cycle(LOOKS), kinds, strict=False):
        asking = flaws_in_looks(page, [look])
        learner.answers()
        assert (asking, flaws_in_looks(page, [look])) == ([], [])
        learner.goes_on()
    assert flaws_in_looks(page, LOOKS) == []


def test_steps_are_put_in_order_by_the_keyboard_alone(server, learner):
    begun(server, only=["evidence-steps-of-a-test"], left=1)
    page = learner.opens(f"quiz?lesson={LESSON}").page
    learner.reads()
    step = page.locator(".st-key-step_1 .qz-step span").inner_text()
    page.keyboard.press("2")
    for place in (2, 3):
        page.keyboard.press("ArrowDown")
        expect(page.locator(f".st-key-step_{place} .qz-step")).to_contain_text(step)
        expect(page.locator(f".st-key-step_{place} button:focus")).to_have_count(1)
    page.keyboard.press("ArrowUp")
    expect(page.locator(".st-key-step_2 .qz-step")).to_contain_text(step)
    expect(page.locator(".st-key-step_2 button:focus")).to_have_accessible_name(
        re.compile(f"now 3 of \\d: {re.escape(step)}$")
    )
    page.keyboard.press("Tab")  # to the other button of the step, and the one below
    page.keyboard.press("Space")
    expect(page.locator(".st-key-step_3 .qz-step")).to_contain_text(step)
    expect(page.locator(".st-key-step_3 button:focus")).to_have_count(1)
    learner.reads()
    page.keyboard.press("2")
    page.keyboard.press("ArrowUp")
    # At an end the focus stays on the step, on the way back.
    expect(page.locator(".st-key-step_0 button:focus")).to_have_accessible_name(
        re.compile("^Move down, now 1 of")
    )
