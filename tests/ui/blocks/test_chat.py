"""The chat that forgets, as drawn."""

from tests.ui.blocks.test_drawing import CHAT, drawn, html

# Tokens of its messages in o200k_base: 6, 7, 5, 5; the question has 6.


def test_at_first_the_answer_is_still_sent():
    page = html(drawn(CHAT))
    assert "It can know." in page
    assert "19 of 22 tokens" in page  # 6 + 7 + 6
    assert "<s>" not in page


def test_one_message_more_pushes_the_answer_out():
    app = drawn(CHAT)
    app.button[0].click().run()
    page = html(app)
    assert "18 of 22 tokens" in page  # 7 + 5 + 6; the first 6 would make 24
    assert "Forgotten." in page
    assert "<s>My cat is called Tiger.</s>" in page


def test_a_wider_window_remembers_again():
    app = drawn(CHAT)
    app.slider[0].set_value(4).run()
    assert "Forgotten." in html(app)
    app.slider[1].set_value(29).run()  # 6 + 7 + 5 + 5 + 6
    assert "It can know." in html(app)
    assert "29 of 29 tokens" in html(app)


def test_all_that_was_sent_is_more_than_all_that_was_said():
    app = drawn(CHAT)
    app.slider[1].set_value(29).run()
    app.slider[0].set_value(4).run()
    page = html(app)
    assert "<dt>Said in the whole chat</dt><dd>29 tokens</dd>" in page
    # the first message: 6; the third with what went before: 6 + 7 + 5; the question: 29
    assert "<dt>Sent in all its calls so far</dt><dd>53 tokens</dd>" in page


def test_an_answer_that_was_not_given_yet_is_not_called_forgotten():
    app = drawn({**CHAT, "needs": 3})
    app.slider[0].set_value(1).run()
    assert "Not said yet." in html(app)


def test_the_chat_ends_with_its_last_message():
    app = drawn(CHAT)
    app.slider[0].set_value(4).run()
    assert app.button[0].disabled
