"""A sound bank to start from, and small changes to it."""

import re
from datetime import date
from decimal import Decimal

from sizewise.learn.lesson.course import Course, LessonEntry, Misconception, Skill, Unit, Word
from sizewise.learn.lint import lint
from sizewise.learn.quiz.item import (
    ChoiceVariable,
    Draw,
    Example,
    Item,
    NumericAnswer,
    NumericMistake,
    Option,
    PriceRef,
    PriceVariable,
    Quiz,
    Shuffle,
)

TODAY = date(2026, 11, 21)

COURSE = Course(
    id="course",
    title="A course",
    units=(
        Unit(
            title="A unit",
            summary="About one thing.",
            lessons=(LessonEntry(id="a-lesson", title="A lesson", summary="Short.", minutes=7),),
        ),
    ),
    skills=tuple(
        Skill(id=name, title=name, objective=f"Choose a {name}.") for name in ("model", "cost")
    ),
    misconceptions=(Misconception(id="swapped", title="Swapped", repair="Look at both."),),
)

GLOSSARY = (Word(term="API", meaning="A door for programs."),)


RATES = {"input": Decimal("0.15"), "output": Decimal("0.60")}


class PriceList:
    """Facts as a catalogue tells them, with prices that suit the arithmetic of these tests."""

    def price(self, model, field):
        return RATES[field]

    def limit(self, model, field):
        return Decimal(128_000)

    def text(self, template):
        return re.sub(r"\{\{price \S+ (\w+)\}\}", lambda found: f"${RATES[found[1]]}", template)


def option(id, text=None, key=False, **more):
    """An option whose feedback is its own."""
    return Option(
        **{"id": id, "text": text, "key": key, "feedback": f"About {id}: {text}.", **more}
    )


def options(*texts, key=0):
    """Options a, b, c... of which one is the key."""
    return tuple(option("abcdef"[n], text, key=n == key) for n, text in enumerate(texts))


def item(id="plain-001", **changed):
    """A single item that no rule has anything against."""
    sound = {
        "type": "single",
        "skill": "model",
        "bloom": "apply",
        "difficulty": 2,
        "stem": "A school club sorts its post by three labels. Which plan is a good start?",
        "options": options(
            "Begin small and check a sample", "Begin with the largest one", "Train one from zero"
        ),
        "explanation": "Three labels are easy work, so a small start is enough. A sample shows it.",
    }
    return Item(**{**sound, "id": id, **changed})


def loose(id="loose-001", **changed):
    """An item that the reader would have refused: built without its checks."""
    fields = {name: getattr(item(), name) for name in Item.model_fields}
    return Item.model_construct(**{**fields, "id": id, **changed})


def multiple(id="several-001", keys=2, wrong=2, **changed):
    """An item with several keys."""
    count = keys + wrong
    texts = ("Sort the post", "Name the topic", "Prove the law", "Plan the move", "Fix it", "Sing")
    picks = tuple(option("abcdef"[n], texts[n], key=n < keys) for n in range(count))
    return item(
        id, type="multiple", stem="Which jobs suit a small model?", options=picks, **changed
    )


def boolean(id="true-or-false-001", key=0, **changed):
    """A true-or-false item."""
    stem = "Is this right: a short prompt costs less to send than a long one?"
    return item(id, type="boolean", stem=stem, options=options("True", "False", key=key), **changed)


def template(id="cost-template", examples=None, **changed):
    """A parametrised item: 500 to 4,000 tokens in, 300 out, at 0.15 and 0.60 a million."""
    worked = (
        # 1000 x 0.15 / 1e6 + 300 x 0.60 / 1e6 = 0.00015 + 0.00018 = 0.00033
        Example(
            given={"n_in": 1000, "n_out": 300, "p_in": Decimal("0.15"), "p_out": Decimal("0.60")},
            key="$0.00033",
        ),
    )
    formulas = {
        "a": "(n_in*p_in + n_out*p_out)/1e6",
        "b": "(n_in*p_out + n_out*p_in)/1e6",
        "c": "(n_in + n_out)*p_in/1e6",
    }
    sound = {
        "skill": "cost",
        "stem": "A call sends {n_in} and writes {n_out} tokens. What does it cost?",
        "variables": {
            "n_in": ChoiceVariable(choice=tuple(range(500, 4500, 500))),
            "n_out": ChoiceVariable(choice=(300,)),
            "p_in": PriceVariable(price=PriceRef(model="gpt-4o-mini", field="input")),
            "p_out": PriceVariable(price=PriceRef(model="gpt-4o-mini", field="output")),
        },
        "options": tuple(
            option(name, key=name == "a", expr=expr, format="usd", feedback=f"This is {name}.")
            for name, expr in formulas.items()
        ),
        "examples": worked if examples is None else examples,
    }
    return item(id, **{**sound, **changed})


def numeric(id="typed-001", expr="n_in*2", mistake="n_in*4", **changed):
    """An item whose answer is typed."""
    sound = {
        "type": "numeric",
        "stem": "A call sends {n_in} words. How many are two calls?",
        "options": (),
        "variables": {"n_in": ChoiceVariable(choice=tuple(range(100, 900, 100)))},
        "answer": NumericAnswer(
            expr=expr, mistakes=(NumericMistake(expr=mistake, feedback="You doubled twice."),)
        ),
        "examples": (Example(given={"n_in": 100}, key="200"),),
    }
    return item(id, **{**sound, **changed})


def quiz(*items, shuffle=True, count=None, per_skill=0):
    """A bank that draws all its items, whatever they are."""
    return Quiz.model_construct(
        id="a-lesson",
        title="A quiz",
        pass_mark=Decimal("0.7"),
        draw=Draw(
            count=count or max(sum(each.type != "pretest" for each in items), 1),
            per_skill_min=per_skill,
        ),
        shuffle=Shuffle(options=shuffle),
        items=items,
    )


def findings(*items, rule=None, allowed=None, **bank):
    """What lint says about these items, or what one of its rules says."""
    found = lint(
        quiz(*items, **bank),
        course=COURSE,
        glossary=GLOSSARY,
        facts=PriceList(),
        today=TODAY,
        allowed=allowed or {},
    )
    return [each for each in found if rule in (None, each.rule)]


def levels(*items, rule, **bank):
    """E, W and I of one rule, in order."""
    return [each.level for each in findings(*items, rule=rule, **bank)]


def words_of(*items, rule, **bank):
    """Everything one rule says, to look for what a person needs to read."""
    return " ".join(
        f"{each.place} {each.why} {each.fix}" for each in findings(*items, rule=rule, **bank)
    )
