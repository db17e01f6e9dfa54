"""Keyword rules as they are written: a table with a row for each label, and the words for it."""

import csv
from pathlib import Path

from sizewise.benchmark.classify.rules import KeywordRules

_PLACE = "content/tasks/*-rules.csv"


def keyword_rules(root: Path) -> dict[str, KeywordRules]:
    """Every file of rules below `root`, by its name. A label without words is that of all others.

    Rules come along with Sizewise, and tests read them: nothing here mends a damaged file.
    """
    return {path.stem: _rules(path) for path in sorted(root.glob(_PLACE))}


def _rules(path: Path) -> KeywordRules:
    with path.open(encoding="utf-8", newline="") as file:
        words = {row["label"]: row["words"].split() for row in csv.DictReader(file)}
    otherwise = next(label for label, own in words.items() if not own)
    return KeywordRules(words, otherwise)
