"""What a learner should know of hidden thinking that a bill does not have."""

from collections.abc import Iterable

from sizewise.ground.written import listed, noun_for
from sizewise.sizing.catalogue.catalog import ModelProfile


def thinking_note(profile: ModelProfile) -> str | None:
    """Whether the model thinks, and how that is billed, without a full stop; none where it never
    does.
    """
    if profile.file.thinks_unasked:
        return _unasked([profile.name])
    if profile.file.can_think:
        return (
            f"{profile.name} thinks only when you ask it to. Then hidden tokens are billed as "
            "output"
        )
    return None


def unthought_note(priced: Iterable[ModelProfile]) -> str | None:
    """A sentence for jobs priced as if on these, whose tokens have no thinking; none where no such
    model thinks unasked.
    """
    names = list(dict.fromkeys(each.name for each in priced if each.file.thinks_unasked))
    return f"{_unasked(names)}: here there are none, so the real bill is larger." if names else None


def _unasked(names: list[str]) -> str:
    thinks = noun_for(len(names), "thinks before it answers", "think before they answer")
    return f"{listed(names)} {thinks}. Hidden tokens are billed as output"
