"""Which model a response speaks of: makers name the snapshot, the catalogue names the model."""

import re

from sizewise.sizing.catalogue.catalog import Catalogue, ModelProfile

_SNAPSHOT = re.compile(r"[-@:](\d{4}-\d{2}-\d{2}|\d{8}|\d{4}|\d{3}|latest|preview.*)$")
"""What may follow a model's name: a day, a number of the maker's, or a word."""


def model_named(name: str | None, catalogue: Catalogue) -> ModelProfile | None:
    """The catalogue's model of a name such as `models/gpt-4o-mini-2024-07-18`; none if unknown.

    A folder before the name and a snapshot's day after it are left out.
    """
    if not name:
        return None
    short = name.strip().lower().rsplit("/", 1)[-1]
    known = {
        spelling.lower().rsplit("/", 1)[-1]: profile
        for profile in catalogue.profiles.values()
        for spelling in (profile.file.api_name or profile.id, profile.id)
    }
    return known.get(short) or known.get(_SNAPSHOT.sub("", short))
