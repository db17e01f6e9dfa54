"""Calls to start from. Each shows another part that makes a call dear."""

from typing import NamedTuple

SORT_TOOL = """[
  {
    "name": "find_book",
    "description": "Look up a book in the school library",
    "parameters": {
      "type": "object",
      "properties": {
        "title": {"type": "string", "description": "The book's title, or a part of it"},
        "shelf": {"type": "string", "enum": ["fiction", "science", "history"]}
      }
    }
  },
  {
    "name": "reserve_book",
    "description": "Reserve a book for a pupil until Friday",
    "parameters": {
      "type": "object",
      "properties": {
        "book_id": {"type": "string", "description": "The number on the book's back"},
        "pupil": {"type": "string", "description": "First name and class"}
      }
    }
  }
]
"""


class ExampleCall(NamedTuple):
    """A call to start from: its texts, tools, pictures, expected tokens, and what to look at.

    `turns` take turns, the learner's words first. `pictures` are width, height and detail.
    """

    title: str
    look: str
    system: str
    turns: tuple[str, ...]
    question: str
    tools: str = ""
    pictures: tuple[tuple[int, int, str], ...] = ()
    output: int = 150
    reasoning: int = 0


EXAMPLES = {
    "tutor": ExampleCall(
        "A tutor’s chat",
        "What was said before is sent again. It already weighs more than the new question.",
        "You are a patient tutor for pupils of 12 to 15. Ask one question at a time, never give "
        "the whole solution at once, and praise an honest try. Answer in at most 120 words.",
        (
            "Why do we flip the second fraction when we divide?",
            "Good question! Think of 6 ÷ 2 first: it asks how many twos fit in six. Now take "
            "3 ÷ ½. How many halves fit in three whole cakes? Draw three circles, cut each in two, "
            "and count. What do you get, and what did you do to the 3 to get there?",
            "I get 6. I doubled the 3.",
            "Exactly: six halves fit in three. Dividing by ½ did the same as multiplying by 2, and "
            "2 is ½ turned upside down. Let’s see whether that was luck. How many thirds fit in 4? "
            "Guess first, then check it with a drawing.",
        ),
        "12! So I always multiply by the flipped one? But what about 4 ÷ ⅔?",
    ),
    "librarian": ExampleCall(
        "A helper with tools",
        "The tools are sent with every call, also when none of them is used.",
        "You help pupils in the school library. Use the tools; do not invent books.",
        (),
        "Do we have anything about volcanoes? Keep it for Amina, 7b.",
        SORT_TOOL,
        output=60,
    ),
    "photo": ExampleCall(
        "A photo of homework",
        "One photo can weigh more than all words together. Try another model, or low detail.",
        "You check handwritten homework. Name the first mistake only.",
        (),
        "Here is my page. Is line 3 right?",
        pictures=((1536, 2048, "high"),),
        output=80,
    ),
    "thinker": ExampleCall(
        "A hard problem",
        "Hidden thinking is billed as output, though nobody reads it.",
        "",
        (),
        "Prove that the sum of two odd numbers is even, and find a third proof without letters.",
        output=350,
        reasoning=2400,
    ),
}
"""Name in the address -> example. Our own texts."""

FIRST = "tutor"
