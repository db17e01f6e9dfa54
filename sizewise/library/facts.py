"""Facts in texts: `{{price gpt-4o-mini input}}` becomes what the catalogue says on a day.

Where a fact names a model it may name a role of the cast: `{{price small input}}`.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from sizewise.learn.quiz.expression import ExpressionError, is_true
from sizewise.library.conditional import Misplaced, chosen, regions, without_marks
from sizewise.library.fact import FACTS, FactUnknown, ModelFacts
from sizewise.library.read.words import nearest
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.freshness import Fact

_PARTED = re.compile(r"([()<>=!+*/,]+)")
_SO = "compare facts, as in `price thinking input < price small input and answers small`"
_REFERENCE = re.compile(r"\{\{((?>(?:(?!\{\{|\}\}).)*))\}\}", re.DOTALL)
_HALF = re.compile(rf"(?<!\{{)\{{(?:{'|'.join(FACTS)})[ \t][^{{}}\n]{{1,200}}\}}(?!\}})")
"""A fact in single braces."""


@dataclass(frozen=True)
class CatalogueFacts(ModelFacts):
    """Texts and conditions as they read on one day."""

    def text(self, template: str) -> str:
        """The text with every reference replaced by its fact."""
        if "{{" not in template:
            return template
        try:
            read = chosen(template, self.holds)
        except Misplaced as error:
            raise FactUnknown(error.what, error.fix) from None
        return _REFERENCE.sub(lambda found: self._said(found.group(1)), read)

    def holds(self, condition: str) -> bool:
        """Whether a condition holds, such as `price thinking input < price small input`."""
        words, names = iter(_PARTED.sub(r" \1 ", condition).split()), dict[str, Decimal]()
        formula = [self._term(word, words, names) for word in words]
        try:
            return is_true(" ".join(formula), names)
        except ExpressionError as error:
            raise FactUnknown(
                f"the condition `{condition}` cannot be read ({error})", _SO
            ) from None

    def _term(self, word: str, words: Iterator[str], names: dict[str, Decimal]) -> str:
        """A word of a condition as a formula has it: a fact becomes a name with its value."""
        form = FACTS.get(word)
        if word == "answers":
            life = self.profile(next(words, "")).file.lifecycle
            return "(1 == 1)" if life.answers_on(self.day) else "(0 == 1)"
        if form is None or form.value is None:
            return word
        given = tuple(islice(words, len(form.arguments)))
        name = f"fact_{len(names)}"
        names[name] = form.value(self, form.complete(word, given))
        return name

    def models_in(self, template: str) -> Iterator[tuple[Fact, ModelProfile]]:
        """Whatever a text says of a model that may have grown old. Raises nothing."""
        for found in _REFERENCE.finditer(template):
            name, *given = found.group(1).split() or [""]
            form = FACTS.get(name)
            if form is None or form.grows_old_as is None:
                continue
            for word, model in zip(form.arguments, given, strict=False):
                if word.endswith("MODEL"):
                    with suppress(FactUnknown):
                        yield form.grows_old_as, self.profile(model)

    def unknown(self, template: str) -> Iterator[tuple[int, FactUnknown]]:
        """Every reference of a text that has no answer, with its position."""
        for found in _HALF.finditer(template):
            what = f"`{found.group()}` is shown as it stands"
            yield found.start(), FactUnknown(what, f"write {{{found.group()}}} for the fact")
        if "{{" not in template:
            return
        yield from self._unknown_conditions(template)
        template = without_marks(template)
        for found in _REFERENCE.finditer(template):
            try:
                self._said(found.group(1))
            except FactUnknown as error:
                yield found.start(), error
        rest = _REFERENCE.sub(lambda found: " " * len(found.group()), template)
        if "{{" in rest:
            yield rest.index("{{"), FactUnknown("a fact is not closed", "write }} after it")

    def _unknown_conditions(self, template: str) -> Iterator[tuple[int, FactUnknown]]:
        try:
            for each in regions(template):
                try:
                    self.holds(each.condition)
                except FactUnknown as error:
                    yield each.position, error
        except Misplaced as error:
            yield error.position, FactUnknown(error.what, error.fix)

    def _said(self, reference: str) -> str:
        name, *given = reference.split() or [""]
        form = FACTS.get(name)
        if form is None:
            raise FactUnknown(f"`{{{{{reference}}}}}` is no fact", nearest(name, FACTS))
        return form.answer(self, form.complete(reference, tuple(given)))
