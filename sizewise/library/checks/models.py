"""Whether what a model's file says fits together: without that, nothing is computed from it."""

from collections.abc import Hashable, Iterable, Iterator

from sizewise.library.opened import Opened
from sizewise.library.read.tree import Key, line_of, spoken_way
from sizewise.sizing.catalogue.catalog import ModelFile

_Misfit = tuple[tuple[Key, ...], str, str]
"""The way to a field, what is wrong, what to write."""


def no_contradictions(opened: Opened[ModelFile]) -> None:
    """Report what contradicts itself in a model's file, and what it says twice."""
    file = opened.usable
    for keys, what, fix in _misfits(file) if file else ():
        opened.page.report(line_of(opened.root, *keys), spoken_way(*keys), what, fix)


def _misfits(file: ModelFile) -> Iterator[_Misfit]:
    yield from _twice("prices", "starts", (each.starts for each in file.prices))
    yield from _twice("rate_limits", "tier", (each.tier for each in file.rate_limits))
    yield from _twice("benchmarks", "name", (each.name for each in file.benchmarks))
    limits, life = file.limits, file.lifecycle
    if limits.max_output and limits.max_output > limits.context_window:
        what = f"a reply of {limits.max_output} does not fit into {limits.context_window} tokens"
        yield ("limits", "max_output"), what, f"write at most {limits.context_window}"
    if life.replacement == file.id:
        yield ("lifecycle", "replacement"), f"`{file.id}` is this model", "name another model"
    if life.redirect and life.redirect.to == file.id:
        yield ("lifecycle", "redirect", "to"), f"`{file.id}` is this model", "name another model"
    if life.shutdown and life.shutdown <= life.released:
        what = f"{life.shutdown} is not after its first day, {life.released}"
        yield ("lifecycle", "shutdown"), what, "write the first day without it"


def _twice(field: str, name: str, given: Iterable[Hashable]) -> Iterator[_Misfit]:
    met: set[Hashable] = set()
    for at, each in enumerate(given):
        if each in met:
            said = f"`{name}: {each}`" if each is not None else f"an entry without `{name}:`"
            yield (field, at), f"{said} stands twice", "keep one of the two"
        met.add(each)
