"""Texts to try in the X-ray. Each shows something that English prose hides."""

from typing import NamedTuple


class TextSample(NamedTuple):
    """A text, its title, and what to look for in it."""

    title: str
    text: str
    look: str


SAMPLES = {
    "message": TextSample(
        "A message",
        "Hello! My tablet won’t charge, and the app logged me out twice today. "
        "I have a test tomorrow, so could you please help me before this evening?",
        "Most common words are one token, and the space before a word belongs to it.",
    ),
    "languages": TextSample(
        "Nine languages",
        "Could you please help me with my homework?\n"
        "¿Me puedes ayudar con los deberes, por favor?\n"
        "Kannst du mir bitte bei den Hausaufgaben helfen?\n"
        "Można prosić o pomoc w zadaniu domowym?\n"
        "请问你可以帮我做作业吗？\n"
        "宿題を手伝っていただけますか？\n"
        "क्या आप मेरे गृहकार्य में मेरी मदद कर सकते हैं?\n"
        "هل يمكنك مساعدتي في واجبي المنزلي من فضلك؟\n"
        "እባክህ በቤት ስራዬ ልትረዳኝ ትችላለህ?\n",
        "The same request costs some languages several times more, above all on old tokenizers.",
    ),
    "code": TextSample(
        "Code",
        "def average(numbers: list[float]) -> float:\n"
        '    """The mean of the numbers; 0 when there are none."""\n'
        "    if not numbers:\n"
        "        return 0.0\n"
        "    return sum(numbers) / len(numbers)\n\n\n"
        "for pupil, marks in CLASS_RESULTS.items():\n"
        '    print(f"{pupil:<20} {average(marks):5.2f}")\n',
        "Newer tokenizers join the spaces of an indent into one token; the oldest does not.",
    ),
    "emoji": TextSample(
        "Emoji",
        "Well done 🎉 see you tomorrow 👋🏽 bring your 🧑🏽‍🔬 goggles and a 🏳️‍🌈 flag 😀😀😀",
        "One picture on screen may be several signs glued together, and a token may be a part "
        "of a sign.",
    ),
    "json": TextSample(
        "JSON",
        '{\n  "student": {\n    "id": "c0ffee42-19ab-4f3e-9c55-0b7d21e8a604",\n'
        '    "name": "Zoë",\n    "grades": [1.5, 2.25, 3.0],\n'
        '    "enrolled": "2026-09-01T08:00:00Z",\n    "active": true\n  }\n}\n',
        "Quotes, braces and spaces cost tokens too. Random ids are cut into many short pieces.",
    ),
    "numbers": TextSample(
        "Numbers",
        "7 42 365 1024 86400 3.14159 1,000,000 2026-11-21 +49 30 1234567\n",
        "Long numbers are cut every three digits from the left, so models do not see place values.",
    ),
    "spaces": TextSample(
        "Spaces",
        "one space\ntwo  spaces\nfour    spaces\n\ttab first\n\n\nthree line ends above\n"
        "no-break\u00a0space, zero\u200bwidth\n",
        "White space is text. Some of it cannot be seen, and all of it is billed.",
    ),
}
"""Name in the address -> sample. Our own sentences."""

FIRST = "message"
