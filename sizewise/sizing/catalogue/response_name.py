"""Which model a response speaks of: makers name the snapshot, the catalogue names the model."""

import re

from sizewise.sizing.catalogue.catalog import Catalogue, ModelProfile

_SNAPSHOT = re.compile(r"[-@:](\d{4}-\d{2}-\d{2}|\d{8}|\d{4}|\d{3}|latest|preview.*)$")
"""What may follow a model's name: a day, a number of the maker's, or a word."""
_CLOUD = re.compile(r"^(?:[a-z]{2,6}\.)?(?:anthropic|amazon|meta|mistral|openai|deepseek|qwen)\.")
"""What Bedrock writes before a name: perhaps a region, then the maker."""
_EDITION = re.compile(r"-v\d+(:\d+)?$")
"""What Bedrock writes behind it."""


def model_named(name: str | None, catalogue: Catalogue) -> ModelProfile | None:
    """The catalogue's model of a name such as `models/gpt-4o-mini-2024-07-18`; none if unknown.

    A folder before the name and a snapshot's day after it are left out, and what Bedrock writes
    around it; a dot counts as a hyphen.
    """
    if not name:
        return None
    short = _plain(name.strip())
    known = {
        _plain(spelling): profile
        for profile in catalogue.profiles.values()
        for spelling in (profile.file.gateway_name, profile.file.api_name, profile.id)
        if spelling
    }
    return known.get(short) or known.get(_SNAPSHOT.sub("", short))


def _plain(name: str) -> str:
    short = _CLOUD.sub("", name.lower().rsplit("/", 1)[-1])
    return _EDITION.sub("", short).replace(".", "-")
