import pytest

from sizewise.sizing.tokens.messages import Message, message_tokens

COOKBOOK = [
    Message(
        "system",
        "You are a helpful, pattern-following assistant that translates corporate jargon "
        "into plain English.",
    ),
    Message("system", "New synergies will help drive top-line growth.", "example_user"),
    Message("system", "Things working well together will increase revenue.", "example_assistant"),
    Message(
        "system",
        "Let's circle back when we have more bandwidth to touch base on opportunities for "
        "increased leverage.",
        "example_user",
    ),
    Message(
        "system",
        "Let's talk later when we're less busy about how to do better.",
        "example_assistant",
    ),
    Message(
        "user",
        "This late pivot means we don't have time to boil the ocean for the client deliverable.",
    ),
]
"""The conversation of OpenAI's cookbook, "How to count tokens with tiktoken", section 6."""


@pytest.mark.parametrize(
    ("encoding", "tokens"),
    # As that page prints them, and as the API counted them: GPT-4 129, GPT-4o mini 124.
    [("cl100k_base", 129), ("o200k_base", 124)],
)
def test_the_cookbooks_conversation_weighs_what_the_provider_billed(encoding, tokens):
    assert message_tokens(COOKBOOK, encoding) == tokens


def test_a_short_message_is_mostly_frame():
    # 3 for the reply, 3 for the message, 1 for "user", 1 for "Hi".
    assert message_tokens([Message("user", "Hi")], "o200k_base") == 8


def test_a_name_costs_itself_and_one_token():
    unnamed = message_tokens([Message("user", "Hi")], "o200k_base")
    assert message_tokens([Message("user", "Hi", "user")], "o200k_base") == unnamed + 1 + 1
