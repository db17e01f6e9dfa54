"""How long a reply takes, and how many are under way at once. Exact, on average."""

from fractions import Fraction

from sizewise.sizing.tokens.usage import UsageError

MINUTE = 60


def reply_seconds(first: Fraction, tokens: int, speed: Fraction) -> Fraction:
    """Seconds until a reply is whole: time to first token + tokens / speed in tokens a second.

    Counts every token at the same speed, the first too, as provider pages do. Raises UsageError
    (`first`, `tokens`, `speed`).
    """
    for field, value in (("first", first), ("tokens", tokens)):
        if value < 0:
            raise UsageError(field, f"{field} cannot be negative")
    _above_0("speed", speed)
    return first + tokens / speed


def under_way(per_minute: Fraction, seconds: Fraction) -> Fraction:
    """Requests under way at once on average: those that come in a second x seconds each takes.

    Holds whatever the pattern, as long as nothing piles up. Source: J. D. C. Little, A Proof for
    the Queuing Formula L = λW, Operations Research 9 (1961), 383-387.
    """
    if per_minute < 0 or seconds < 0:
        field = "per_minute" if per_minute < 0 else "seconds"
        raise UsageError(field, f"{field.replace('_', ' ')} cannot be negative")
    return per_minute / MINUTE * seconds


def most_per_minute(at_once: int, seconds: Fraction) -> Fraction:
    """Requests a minute that so many at once allow: Little's law solved for the pace."""
    _above_0("seconds", seconds)
    return Fraction(at_once) * MINUTE / seconds


def _above_0(field: str, value: Fraction) -> None:
    if value <= 0:
        raise UsageError(field, f"{field} must be above 0")
