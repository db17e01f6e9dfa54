"""The 120 mails and the keyword rules of content/tasks."""

import csv

from sizewise import ROOT
from sizewise.benchmark.classify.bayes import LabelledText
from sizewise.library.rules_file import keyword_rules

TASKS = ROOT / "content" / "tasks"


def _rows(name):
    with (TASKS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


MAILS = _rows("support-emails.csv")
LABELS = ("billing", "technical", "general")
TEXTS = [LabelledText(mail["text"], mail["label"]) for mail in MAILS]
WHOLE = [LabelledText(f"{mail['subject']} {mail['text']}", mail["label"]) for mail in MAILS]
RULES = keyword_rules(ROOT)["support-rules"]
