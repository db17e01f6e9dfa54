"""Model files and the price list make the catalogue."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from sizewise.library.checks.models import no_contradictions
from sizewise.library.guard import guarded
from sizewise.library.kinds import CAST, MODEL
from sizewise.library.opened import Opened
from sizewise.library.prices import NotListed, history
from sizewise.library.read.tree import line_of
from sizewise.library.shelf import open_kind
from sizewise.sizing.catalogue.cast import Cast
from sizewise.sizing.catalogue.catalog import Catalogue, ModelFile, ModelProfile


def open_catalogue(root: Path) -> Catalogue:
    """Every model below `root` whose file can be used; nothing else is read."""
    return catalogue_of(open_kind(root, MODEL), open_kind(root, CAST))


def catalogue_of(
    models: Mapping[str, Opened[ModelFile]], casts: Mapping[str, Opened[Cast]]
) -> Catalogue:
    """Every model whose file can be used, and the cast; what is wrong with the others goes to their
    pages.
    """
    cast = next((each.usable for each in casts.values() if each.usable), Cast())
    profiles = {
        name: guarded(opened.page, partial(_profile, opened)) for name, opened in models.items()
    }
    models_broken = {name: MODEL.path(name) for name, each in profiles.items() if each is None}
    casts_broken = [each for each in casts.values() if each.usable is None]
    roles = {name: CAST.path(name) for each in casts_broken for name in _roles(each)}
    return Catalogue(
        profiles={name: each for name, each in profiles.items() if each is not None},
        cast=cast,
        broken={name: str(file) for name, file in {**roles, **models_broken}.items()},
        unread=CAST.place if casts_broken else None,
    )


def _roles(opened: Opened[Cast]) -> Iterator[str]:
    """The names of roles that can be read where not all else can."""
    keys = ("roles", "id")
    for each in opened.said:
        if tuple(key for key in each.keys if isinstance(key, str)) == keys:
            yield each.text


def _profile(opened: Opened[ModelFile]) -> ModelProfile | None:
    no_contradictions(opened)
    file = opened.usable
    if file is None:
        return None
    try:
        prices = history(file)
    except NotListed as error:
        what, fix = str(error).rsplit("; ", 1) if "; " in str(error) else (str(error), _OWN_PRICE)
        opened.page.report(line_of(opened.root, "price_ref"), "price_ref", what, fix)
        return None
    if not prices:
        opened.page.report(1, "price_ref", "the model has no price", _OWN_PRICE)
        return None
    return ModelProfile(file=file, prices=prices)


_OWN_PRICE = "write `price_ref:`, or the price itself below `prices:`"
