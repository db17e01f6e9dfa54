"""Claims about all models in a quiz, held against the catalogue: one model can refute them."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from sizewise.learn.quiz.item import Item, Quiz
from sizewise.library.kind import Desk
from sizewise.library.opened import Opened
from sizewise.library.read.place import Said
from sizewise.sizing.catalogue.catalog import Catalogue, ModelProfile
from sizewise.sizing.catalogue.price import PriceUnknown


class GeneralClaim(NamedTuple):
    """What a text may say of models as such."""

    says: re.Pattern[str]
    refuted_by: Callable[[ModelProfile, date], bool]
    because: str
    """What the model that refutes it does."""


def _claim(
    says: str, because: str, refuted_by: Callable[[ModelProfile, date], bool]
) -> GeneralClaim:
    return GeneralClaim(re.compile(says, re.IGNORECASE), refuted_by, because)


def _replies_fill_the_window(model: ModelProfile, _: date) -> bool:
    limits = model.file.limits
    return limits.max_output is not None and limits.max_output >= limits.context_window


def _output_is_no_dearer(model: ModelProfile, day: date) -> bool:
    price = model.price_on(day)
    return price.output <= price.input


CLAIMS = (
    _claim(
        r"\b(?:a|the|every|each) (?:reply|answer) (?:may|can) (?:not|never) fill (?:the|a) window"
        r"|(?<!the )\brepl(?:y|ies) (?:has|have) "
        r"(?:a limit of (?:its|their) own|(?:its|their) own limit)",
        "a reply may be as long as its window",
        _replies_fill_the_window,
    ),
    _claim(
        r"\boutput (?:always )?costs? more than input"
        r"|\boutput rates? (?:is|are) (?:always )?higher",
        "its output costs no more than its input",
        _output_is_no_dearer,
    ),
    _claim(
        r"\brates? (?:stays?|never changes?|is the same|are the same) (?:for|however|at) "
        r"(?:any length|all lengths|long|every length)",
        "very long calls have rates of their own",
        lambda model, day: model.price_on(day).long_context is not None,
    ),
    _claim(
        r"\b(?:rate )?limits? (?:is|are|holds?|counts?) (?:always |only )?(?:per|each|a) minute",
        "an account also has a limit for a day",
        lambda model, _: any(each.requests_per_day for each in model.file.rate_limits),
    ),
    _claim(
        r"\b(?:retired|switched[- ]off) models? (?:gives?|returns?|answers? with) an error",
        "calls that name it are answered by another model",
        lambda model, _: model.file.lifecycle.redirect is not None,
    ),
    _claim(
        r"\b(?:every|each|any) model (?:has|offers) a batch",
        "it has no batch price",
        lambda model, day: model.price_on(day).batch_input is None,
    ),
    _claim(
        r"\b(?:every|each|any) model (?:has|offers) a (?:cache|cached)",
        "it has no cached rate",
        lambda model, day: model.price_on(day).cached_input is None,
    ),
)
"""Claims that lessons on models are tempted to make. One more is an entry and its word."""

_WORDS = re.compile("fill|limit|output|rate|retired|switched|batch|cache")
"""A word of each claim, in small letters: a text without any is known in a tenth of the time."""
_ANY = re.compile("|".join(claim.says.pattern for claim in CLAIMS), re.IGNORECASE)

_LEAVES_A_WAY_OUT = re.compile(
    r"\b(?:most|many|some|often|usually|mostly|this (?:model|account)|here|made-up)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n+")


def claims(text: str) -> bool:
    """Whether a text makes one of these claims."""
    return bool(_WORDS.search(text.lower()) and _ANY.search(text))


def no_refuted_claims(opened: Opened[Quiz], desk: Desk) -> None:
    """Warn of items that claim of all models what one of the catalogue does not keep to."""
    items = opened.value.items if opened.value else ()
    catalogue, day = desk.facts.catalogue, desk.facts.day
    for said in opened.said:
        item = _item_of(said, items) if said.marker is None else None
        if item is not None and claims(said.text) and not _names_a_model(item, catalogue):
            for claim, model in _refuted(said.text, catalogue, day):
                what = f"it speaks of all models, but with {model.name} {claim.because}"
                fix = "name the model, or say “most models”"
                opened.page.report(said.line, said.place, what, fix, "W")


def _item_of(said: Said, items: tuple[Item, ...]) -> Item | None:
    """The item that a text belongs to; none for a distractor, which is wrong on purpose."""
    match said.keys:
        case ("items", int(at), "options", int(option), "text") if at < len(items):
            return items[at] if items[at].options[option].key else None
        case ("items", int(at), *_) if at < len(items):
            return items[at]
    return None


def _names_a_model(item: Item, catalogue: Catalogue) -> bool:
    told = " ".join((item.stem, item.explanation, *(each.text or "" for each in item.options)))
    named = any(model.name in told or model.id in told for model in catalogue.profiles.values())
    return named or bool(re.search(r"\b[Mm]odel [A-Z]\b", told))


def _refuted(
    text: str, catalogue: Catalogue, day: date
) -> Iterator[tuple[GeneralClaim, ModelProfile]]:
    for sentence in _SENTENCE.split(text):
        for claim in CLAIMS:
            if claim.says.search(sentence) and not _LEAVES_A_WAY_OUT.search(sentence):
                found = (m for m in catalogue.profiles.values() if _refutes(claim, m, day))
                yield from ((claim, model) for model in list(found)[:1])


def _refutes(claim: GeneralClaim, model: ModelProfile, day: date) -> bool:
    try:
        return claim.refuted_by(model, day)
    except PriceUnknown:
        return False
