from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.cost.call import Call, Picture, parts, usage_of
from sizewise.sizing.cost.chat import Chat, chat_of, history_overtakes, turn_costs, turns
from sizewise.sizing.tokens.messages import Message
from sizewise.sizing.tokens.tokenizer import Tokenizer
from sizewise.sizing.tokens.usage import UsageError
from tests.sizing.models import GPT_4O_TILES, MINI

O200K = Tokenizer("o200k_base", "exact", "a test")

CHATS = st.builds(Chat, *(st.integers(0, 5000) for _ in range(4)))


def inputs(chat, how_many, **more):
    return [turn.usage.input for turn in turns(chat, how_many, **more)]


def test_each_turn_sends_the_conversation_again():
    # 100; 100 + 30 + 20 more; and again.
    assert inputs(Chat(opening=80, question=20, answer=30), 3) == [100, 150, 200]


def test_the_input_so_far_grows_with_the_square():
    last = turns(Chat(opening=80, question=20, answer=30), 10)[-1]
    # 10 x 100 + 50 x (0 + 1 + ... + 9) = 1,000 + 50 x 45.
    assert (last.number, last.input_so_far, last.output_so_far) == (10, 3250, 300)


@given(CHATS, st.integers(0, 60))
def test_all_input_follows_gauss_s_sum(chat, n):
    grown = chat.question + chat.answer
    total = n * (chat.opening + chat.question) + grown * n * (n - 1) // 2
    assert sum(inputs(chat, n)) == total


def test_thoughts_are_billed_but_never_sent_again():
    chat = Chat(opening=10, question=20, answer=30, reasoning=1000)
    second = turns(chat, 2)[1]
    assert (second.usage.input, second.usage.output) == (80, 1030)


def test_an_answer_gets_its_frame_when_it_is_sent_again():
    second = turns(Chat(opening=10, question=20, answer=30, frame=4), 2)[1]
    assert (second.usage.input, second.usage.output) == (84, 30)


def conversation(*words, **more):
    roles = ["user", "assistant"] * len(words)
    messages = tuple(Message(role, text) for role, text in zip(roles, words, strict=False))
    return parts(Call("Be kind.", messages, **more), O200K, GPT_4O_TILES)


def test_a_chat_begins_with_its_call():
    made_of = conversation("hello", "hello world", "hello", images=(Picture(10, 10),))
    first = turns(chat_of(made_of), 1)[0]
    assert first.usage == usage_of(made_of)


def test_the_second_turn_of_a_chat_is_the_call_with_one_more_exchange():
    # "hello world" has 2 tokens, as expected.
    chat = chat_of(conversation("hello", expected_output=2))
    longer = conversation("hello", "hello world", "hello", expected_output=2)
    assert turns(chat, 2)[1].usage == usage_of(longer)


def test_a_chat_without_a_question_only_opens():
    assert turns(chat_of(parts(Call(), O200K, None)), 2)[1].usage.input == 3


def test_a_cache_serves_what_the_turn_before_sent():
    # Turn 2 repeats 1,200 tokens: 1,024 and one step of 128 are served.
    chat = Chat(opening=1000, question=200, answer=100)
    cached = [turn.usage.cached for turn in turns(chat, 3, cache=True)]
    assert cached == [0, 1152, 1408]  # 1,500 repeated: 1,024 and 3 steps


def test_a_chat_s_bill_is_the_sum_of_its_turns():
    # (100 + 150) x 0.15 + 2 x 30 x 0.60 millionths: 37.5 + 36.
    costs = turn_costs(turns(Chat(opening=80, question=20, answer=30), 2), MINI)
    assert costs == (Decimal("0.000033"), Decimal("0.0000405"))


@given(CHATS, st.integers(1, 30))
def test_a_cache_never_makes_a_chat_dearer(chat, n):
    fresh = turn_costs(turns(chat, n), MINI)
    cached = turn_costs(turns(chat, n, cache=True), MINI)
    assert all(warm <= cold for warm, cold in zip(cached, fresh, strict=True))


def test_a_chat_of_no_turns_costs_nothing():
    assert turns(Chat(1, 2, 3), 0) == ()


@pytest.mark.parametrize("how_many", [-1, 1001])
def test_a_chat_is_at_most_a_thousand_turns_long(how_many):
    with pytest.raises(UsageError) as refused:
        turns(Chat(1, 2, 3), how_many)
    assert refused.value.field == "turns"


@pytest.mark.parametrize("field", ["opening", "question", "answer", "reasoning"])
def test_a_negative_number_names_its_field(field):
    numbers = {"opening": 1, "question": 1, "answer": 1, field: -1}
    with pytest.raises(UsageError) as refused:
        Chat(**numbers)
    assert refused.value.field == field


def test_history_overtakes_the_answer_once_it_costs_more():
    # each turn adds 100 + 300 tokens of history at 0.15; an answer is 300 x 0.60 = 180 a million.
    # Turn 4 sends 1,200 x 0.15 = 180, no more than the answer; turn 5 sends 1,600 x 0.15 = 240.
    assert history_overtakes(Chat(50, 100, 300), MINI) == 5


def test_a_chat_without_words_has_no_history_to_overtake():
    assert history_overtakes(Chat(50, 0, 0), MINI) is None
