"""Prompts to try. Each shows something that small models do well, or badly."""

from typing import Any, NamedTuple

from sizewise.benchmark.classify.rules import KeywordRules
from sizewise.gateway.protocol import Request
from sizewise.sizing.tokens.messages import Message

LIMIT = 64
"""Output tokens at most, while nobody asks for more."""
LABEL = """{
  "type": "object",
  "properties": {
    "label": {"enum": ["billing", "technical", "other"]}
  },
  "required": ["label"],
  "additionalProperties": false
}
"""


class PromptSample(NamedTuple):
    """A prompt with all that is sent along, and what to look for in the reply."""

    title: str
    text: str
    look: str
    system: str = ""
    schema: str = ""

    @property
    def request(self) -> Request:
        """What is sent for it as it stands."""
        return request(self.text, self.system, self.schema)


def request(text: str, system: str, schema: str, **more: Any) -> Request:
    """A prompt with its system text and its schema, each of which may be empty."""
    before = (Message("system", system.strip()),) if system.strip() else ()
    return Request(
        (*before, Message("user", text)), **{"limit": LIMIT, **more}, schema=schema.strip() or None
    )


SAMPLES = {
    "reply": PromptSample(
        "A polite reply",
        "Write one short, polite sentence to a customer whose parcel is late.",
        "Everyday sentences are what a small model has seen most of.",
    ),
    "label": PromptSample(
        "A label in JSON",
        "My card was charged twice this month. Please send the money back.",
        "The schema lets it write nothing but JSON with one of three labels. Valid is not correct: "
        "is the label right?",
        "Sort the customer's message. Reply with JSON.",
        LABEL,
    ),
    "sum": PromptSample(
        "A sum",
        "What is 17 times 23? Answer with the number only.",
        "It is 391. A model does not calculate: it continues a text.",
    ),
    "fact": PromptSample(
        "A question of fact",
        "Who wrote the novel Frankenstein, and in which year was it published?",
        "Mary Shelley, in 1818. Look how sure it was of each token.",
    ),
}
"""Name in the address -> sample. Our own sentences."""

RULES = KeywordRules(
    {
        "billing": {"card", "charged", "invoice", "money", "paid", "pay", "price", "refund"},
        "technical": {"app", "crashes", "error", "login", "password", "screen", "works"},
    },
    otherwise="other",
)
"""What a few keywords make of a customer's message, to be set beside a model."""
