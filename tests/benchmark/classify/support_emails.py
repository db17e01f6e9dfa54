"""The 120 mails and the keyword rules of content/tasks."""

import csv
from pathlib import Path

from sizewise.benchmark.classify.bayes import LabelledText
from sizewise.benchmark.classify.rules import KeywordRules

TASKS = Path(__file__).parents[3] / "content" / "tasks"


def _rows(name):
    with (TASKS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


MAILS = _rows("support-emails.csv")
LABELS = ("billing", "technical", "general")
TEXTS = [LabelledText(mail["text"], mail["label"]) for mail in MAILS]
WHOLE = [LabelledText(f"{mail['subject']} {mail['text']}", mail["label"]) for mail in MAILS]
_WORDS = {row["label"]: row["words"].split() for row in _rows("support-rules.csv")}
RULES = KeywordRules({label: words for label, words in _WORDS.items() if words}, "general")
