"""A question where things are matched, on screen."""

from sizewise.learn.quiz.kinds.match import pairs
from sizewise.ui.question import turn
from tests.learn.responses import right, wrong
from tests.ui.question.quiz_taker import begun, press, quiz_page, seen


def item_of(attempt):
    return turn.shown(attempt, attempt.item_ids[0])


def choose(app, response):
    """Chooses in each box what the response says."""
    for box, (_, option) in zip(app.selectbox, response.matched, strict=True):
        box.set_value(option)
    return app


def test_a_thing_without_a_choice_is_asked_for(journal):
    attempt = begun(journal, kind="match")
    app = quiz_page()
    app.selectbox[0].set_value(pairs(item_of(attempt))[0].id)
    open_ones = len(pairs(item_of(attempt))) - 1
    assert press(app).warning[0].value == f"Choose one for each first: {open_ones} are open."
    assert journal.answers(attempt.id) == ()


def test_every_box_offers_every_option(journal):
    attempt = begun(journal, kind="match")
    texts = [option.text for option in item_of(attempt).options]
    app = quiz_page()
    assert [box.label for box in app.selectbox] == [p.matches for p in pairs(item_of(attempt))]
    assert all(box.options == texts for box in app.selectbox)


def test_what_belongs_together_earns_the_point(journal):
    attempt = begun(journal, kind="match")
    page = seen(press(choose(quiz_page(), right(item_of(attempt)))))
    assert page.count("Correct, your answer.") == len(pairs(item_of(attempt)))
    assert "Fits none of them." in page
    assert journal.answers(attempt.id)[0].score == 1


def test_a_wrong_pair_is_told_what_belongs_there_and_what_was_chosen(journal):
    attempt = begun(journal, kind="match")
    item = item_of(attempt)
    one, other, *_ = pairs(item)
    page = seen(press(choose(quiz_page(), wrong(item))))
    assert f"You chose “{other.text}”. {other.feedback}" in page
    assert page.count("The right pair; you chose another.") == len(pairs(item))
    assert "Your answer, not correct." not in page
    assert one.feedback in page
    assert "This mistake has a name" in page
    assert f"0 of {len(pairs(item))} pairs are right" in page


def test_of_one_right_pair_the_sum_says_is(journal):
    attempt = begun(journal, kind="match")
    item = item_of(attempt)
    app = choose(quiz_page(), wrong(item))
    app.selectbox[0].set_value(pairs(item)[0].id)
    assert f"1 of {len(pairs(item))} pairs is right" in seen(press(app))


def test_some_right_pairs_earn_a_part(journal):
    attempt = begun(journal, kind="match")
    item = item_of(attempt)
    app = choose(quiz_page(), right(item))
    app.selectbox[0].set_value(item.distractors[0].id)
    count = len(pairs(item))
    share = f"{(count - 1) / count:.2f}".rstrip("0")
    assert f"{count - 1} of {count} pairs are right = {share} of 1 point" in seen(press(app))
