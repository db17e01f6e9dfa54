"""A question whose steps are put in order, on screen."""

from sizewise.learn.quiz.kinds.order import sequence
from sizewise.ui.question import turn
from tests.learn.responses import right, wrong
from tests.ui.question.quiz_taker import begun, going_on, press, quiz_page, seen


def item_of(attempt):
    return turn.shown(attempt, attempt.item_ids[0])


def move(app, way, step):
    """Presses the button that moves that step up or down."""
    button = next(
        each
        for each in app.button
        if each.key.startswith(f"{way}_") and each.key.endswith(f"_{step}")
    )
    return button.click().run()


def sort(app, attempt, wanted):
    """Moves steps up until they stand as wanted."""
    now = [option.id for option in item_of(attempt).options]
    for place, step in enumerate(wanted):
        for _ in range(now.index(step) - place):
            move(app, "up", step)
        now.remove(step)
        now.insert(place, step)
    return app


def test_steps_that_nobody_moved_are_no_answer(journal):
    attempt = begun(journal, kind="order")
    app = press(quiz_page())
    assert app.warning[0].value == "Put the steps in order first."
    assert journal.answers(attempt.id) == ()


def test_a_moved_step_changes_places_with_its_neighbour(journal):
    attempt = begun(journal, kind="order")
    first, second, *rest = [option.id for option in item_of(attempt).options]
    app = press(move(quiz_page(), "down", first))
    assert journal.answers(attempt.id)[0].response.picked == (second, first, *rest)
    assert "qz-verdict" in seen(app)


def test_no_step_moves_beyond_the_ends(journal):
    attempt = begun(journal, kind="order")
    first, *_, last = [option.id for option in item_of(attempt).options]
    off = {each.key for each in quiz_page().button if each.disabled}
    name = f"{attempt.id}_{attempt.item_ids[0]}"
    assert off == {f"up_{name}_{first}", f"down_{name}_{last}"}


def test_each_button_says_its_step_and_where_it_stands(journal):
    attempt = begun(journal, kind="order")
    option = item_of(attempt).options[1]
    labels = [each.label for each in quiz_page().button]
    assert f"Move down, now 2 of {len(item_of(attempt).options)}: {option.text}" in labels


def test_the_right_order_earns_the_point(journal):
    attempt = begun(journal, kind="order")
    page = seen(press(sort(quiz_page(), attempt, right(item_of(attempt)).picked)))
    assert "Step 2, in order." in page
    assert journal.answers(attempt.id)[0].score == 1


def test_a_wrong_order_is_told_step_by_step_with_reasons_and_a_named_mistake(journal):
    attempt = begun(journal, kind="order")
    item = item_of(attempt)
    page = seen(press(sort(quiz_page(), attempt, wrong(item).picked)))
    assert "Step 2: not right after step 1, you put it" in page
    assert "This mistake has a name" in page
    assert all(step.feedback in page for step in sequence(item))
    assert f"0 of {len(item.options) - 1} steps stand right after the one before" in page


def test_steps_in_part_in_order_earn_a_part(journal):
    attempt = begun(journal, kind="order")
    steps = right(item_of(attempt)).picked
    page = seen(press(sort(quiz_page(), attempt, (steps[-1], *steps[:-1]))))
    pairs = len(steps) - 1  # the last step leads, so the last pair alone is broken
    share = f"{(pairs - 1) / pairs:.2f}".rstrip("0")
    assert f"{pairs - 1} of {pairs} steps stand right after the one before = {share}" in page
    assert "Partly right" in page


def test_an_exam_tells_the_order_at_the_end_and_offers_it_once_more(journal):
    attempt = begun(journal, "exam", kind="order")
    first = item_of(attempt).options[0].id
    app = press(move(quiz_page(), "down", first))
    page = seen(app)
    assert "Exam" in page
    assert "Step 1" in page
    assert "right after the one before" in page
    again = seen(press(app, "missed"))
    assert "Move the steps until they stand in the right order." in again
    assert going_on(journal).parent_id == attempt.id
