"""Small content folders with names, for tests that read files."""

from datetime import date
from pathlib import Path

from sizewise.library import open_library
from sizewise.library.read.build import build
from sizewise.library.read.tree import Page, parse

DAY = date(2026, 11, 21)

COURSE = """\
id: sizewise
title: Sizewise
units:
  - title: Choose well
    summary: Small first
    lessons:
      - {id: match-size, title: Match size to task, summary: Small first., minutes: 7}
      - {id: fast-or-lots, title: Fast or lots?, summary: Speed., minutes: 6, status: coming}
skills:
  - {id: choose-model, title: Choose a model, objective: Choose the smallest model that does.}
misconceptions:
  - {id: bigger-is-safer, title: Bigger is safer, repair: Try it on your own cases.}
"""

LESSON = """\
---
title: Match size to task
summary: Pick a small model first.
minutes: 7
objectives: [Choose the smallest model worth trying.]
skills: [choose-model]
facts_as_of: 2026-11-21
reviewed: 2026-11-21
---

## The big idea

A million tokens cost {{price gpt-4o-mini input}}.

```sizewise profile-card
model: gpt-4o-mini
```

## What you pay for

Tokens in, tokens out.
"""

QUIZ = """\
id: match-size
title: Match size to task
draw: {count: 1}
items:
  - id: size-first-001
    type: single
    skill: choose-model
    bloom: apply
    difficulty: 2
    stem: Which model do you try first for a simple job?
    options:
      - {id: a, text: A small one, key: true, feedback: Then check a sample.}
      - {id: b, text: A large one, feedback: It costs more., misconception: bigger-is-safer}
      - {id: c, text: The newest one, feedback: New says nothing about your job.}
    explanation: Start small and climb on evidence.
    references: [{lesson: match-size, anchor: the-big-idea}]
"""

MODEL = """\
id: gpt-4o-mini
name: GPT-4o mini
maker: OpenAI
size: small
thinking: never
summary: A small model.
image_tokens: {rule: tiles, base: 2833, tile: 5667}
limits: {context_window: 128000, max_output: 16384, checked_on: 2026-11-21}
lifecycle: {released: 2024-07-18, shutdown: 2027-01-14, checked_on: 2026-11-21}
price_ref: openai/gpt-4o-mini
prices_checked_on: 2026-11-21
benchmarks:
  - name: MMLU
    score: 82.0
    self_reported: true
    source: {title: OpenAI, url: "https://openai.com", checked_on: 2026-11-21}
sources:
  - {title: OpenAI, url: "https://openai.com", checked_on: 2026-11-21}
"""

GLOSSARY = """\
words:
  - {term: Token, meaning: A piece of text.}
"""

WHOLE = {
    "content/course.yaml": COURSE,
    "content/glossary.yaml": GLOSSARY,
    "content/lessons/match-size.md": LESSON,
    "content/models/gpt-4o-mini.yaml": MODEL,
    "quizzes/match-size.yaml": QUIZ,
}


def content(root: Path, changed: dict[str, str | bytes | None] | None = None) -> Path:
    """A small whole course below `root`, with these files changed, or left out where None."""
    for name, text in {**WHOLE, **(changed or {})}.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if text is not None:
            file.write_bytes(text.encode() if isinstance(text, str) else text)
    return root


def opened(root: Path, changed: dict[str, str | bytes | None] | None = None, day: date = DAY):
    return open_library(content(root, changed), day)


def said(library) -> list[str]:
    return [str(problem) for problem in library.problems]


def problems_of(shape, text):
    """Every problem of a YAML text read as that shape, as printed."""
    page = Page("x.yaml")
    build(shape, parse(text, page), page)
    return [str(problem) for problem in page.problems]


def read(shape, text):
    """A YAML text read as that shape; it must be without a fault."""
    page = Page("x.yaml")
    built = build(shape, parse(text, page), page)
    assert page.problems == []
    return built.value
