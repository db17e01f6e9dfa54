"""Small items, quizzes and answers to start from."""

from datetime import UTC, datetime
from decimal import Decimal

from sizewise.learn.quiz.attempt import Answer, Standing, begin
from sizewise.learn.quiz.item import (
    ChoiceVariable,
    Draw,
    Item,
    LimitRef,
    LimitVariable,
    NumericAnswer,
    NumericMistake,
    Option,
    PriceRef,
    PriceVariable,
    Quiz,
    RangeVariable,
    Steps,
)
from sizewise.learn.quiz.response import Response
from sizewise.learn.quiz.template import show

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


class PriceList:
    """Facts with numbers that are easy to multiply by hand."""

    def price(self, model, field):
        return {"input": Decimal("0.15"), "output": Decimal("0.60")}[field]

    def limit(self, model, field):
        return Decimal(128_000)

    def text(self, template):
        return template.replace("{{price gpt-4o-mini input}}", "$0.15")


FACTS = PriceList()


def option(id, *, key=False, text=None, **more):
    text = text if text is not None or "expr" in more else f"Option {id}"
    return Option(id=id, text=text, key=key, feedback=f"About {id}.", **more)


def options(keys, wrong):
    """That many keys a1, a2..., and that many distractors z1, z2..."""
    right = tuple(option(f"a{n}", key=True) for n in range(1, keys + 1))
    return right + tuple(option(f"z{n}", misconception=f"mistake-{n}") for n in range(1, wrong + 1))


def item(id="one-item", **changed):
    sound = {
        "type": "single",
        "skill": "skill-one",
        "bloom": "apply",
        "difficulty": 2,
        "stem": "Which one?",
        "options": options(1, 3),
        "explanation": "Because.",
    }
    return Item(**{**sound, "id": id, **changed})


def multiple(keys=2, wrong=2, **changed):
    return item(type="multiple", options=options(keys, wrong), **changed)


def numeric(expr="1.47", mistakes=(), **changed):
    answer = NumericAnswer(expr=expr, mistakes=mistakes, **changed)
    return item(type="numeric", options=(), answer=answer)


def mistake(expr, name="a-mistake"):
    return NumericMistake(expr=expr, feedback=f"You took {expr}.", misconception=name)


def template(**changed):
    """Tokens in and out at the prices of FACTS; 3 x 11 combinations."""
    sound = {
        "variables": {
            "n_in": ChoiceVariable(choice=(500, 800, 1200)),
            "n_out": RangeVariable(range=Steps(start=300, stop=400, step=10)),
            "p_in": PriceVariable(price=PriceRef(model="gpt-4o-mini", field="input")),
            "p_out": PriceVariable(price=PriceRef(model="gpt-4o-mini", field="output")),
            "window": LimitVariable(limit=LimitRef(model="gpt-4o-mini", field="context_window")),
        },
        "stem": "One call sends {n_in} and writes {n_out} tokens. What does it cost?",
        "options": (
            option("a", expr="(n_in*p_in + n_out*p_out)/1e6", format="usd", key=True),
            option("b", expr="(n_in*p_out + n_out*p_in)/1e6", format="usd"),
            option("c", expr="(n_in + n_out)*p_in/1e6", format="usd"),
        ),
    }
    return item(id="cost-template", **{**sound, **changed})


def quiz(items, count=5, per_skill_min=0, **changed):
    draw = Draw(count=count, per_skill_min=per_skill_min)
    return Quiz(id="a-quiz", title="A quiz", draw=draw, items=tuple(items), **changed)


def bank(skills=3, each=6):
    """A bank whose ids tell the skill."""
    return tuple(
        item(f"skill-{s}-item-{n}", skill=f"skill-{s}") for s in range(skills) for n in range(each)
    )


def begun(of, mode="practice", seed="seed", **more):
    return begin(of, attempt_id="attempt", learner_id="ann", mode=mode, seed=seed, at=NOON, **more)


def standing(attempt, answers=(), position=0):
    """Where an attempt stands after these answers, in any order."""
    return Standing(attempt, {each.item_id: each for each in answers}, position)


def shown(of, seed="seed", shuffle=True):
    return show(of, seed, FACTS, shuffle)


def picking(*ids):
    return Response(picked=ids)


def typing(text):
    return Response(number=text)


def answered(right=True, *, skill="skill-one", at=NOON, **changed):
    """An answer as the record gives it back."""
    score = Decimal(right)
    plain = {
        "attempt_id": "attempt",
        "learner_id": "ann",
        "quiz_id": "a-quiz",
        "item_id": "one-item",
        "item_version": "0123456789ab",
        "mode": "practice",
        "first_try": True,
        "response": picking("a1"),
        "score": score,
        "credit": score,
        "hints": 0,
        "chance": Decimal("0.25"),
        "misconceptions": (),
    }
    return Answer(**{**plain, "skill": skill, "at": at, **changed})
