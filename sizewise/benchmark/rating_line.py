"""Lines of a log that are no trials: a key that was sealed, what raters gave, the key opened."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, TypeAdapter

from sizewise.ground.shape import Shape, Text

Seal = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""The digest of a key, published before anybody rates."""
ReplyCode = Annotated[str, Field(pattern=r"^[0-9a-fr][0-9a-f]{9}$")]
"""What a reply is called while nobody may know who wrote it. Without the letter r in old logs."""
ScaleKind = Literal["categories", "points"]
"""Words whose majority counts, or numbers whose mean does."""


class KeySealed(Shape):
    """A rating begins: which replies are rated, on which scale, and the seal of the key."""

    version: Literal[1] = 1
    """The version of this line's form."""
    kind: Literal["seal"] = "seal"
    """What the line tells."""
    seal: Seal
    """The digest of the key."""
    task: Text
    """The task whose replies are rated."""
    codes: Annotated[tuple[ReplyCode, ...], Field(min_length=1)]
    """The codes of those replies."""
    scale: ScaleKind
    """How ratings are put together."""
    labels: Annotated[tuple[Text, ...], Field(min_length=2)]
    """What raters choose from, the worst first."""
    at: AwareDatetime
    """The moment."""


class ReplyRated(Shape):
    """What a rater gave a reply. A later line of the same two counts in place of this one."""

    version: Literal[1] = 1
    """The version of this line's form."""
    kind: Literal["rating"] = "rating"
    """What the line tells."""
    seal: Seal
    """The rating that it belongs to."""
    rater: Text
    """Who rated."""
    code: ReplyCode
    """Which reply."""
    label: Text
    """What it was given."""
    at: AwareDatetime
    """The moment."""


class KeyOpened(Shape):
    """Everybody has rated, and the key is opened: anybody can compute its seal again."""

    version: Literal[1] = 1
    """The version of this line's form."""
    kind: Literal["key"] = "key"
    """What the line tells."""
    seal: Seal
    """The rating that it belongs to."""
    seed: Text
    """What the codes and each rater's order were made from."""
    at: AwareDatetime
    """The moment."""


RatingLine = Annotated[KeySealed | ReplyRated | KeyOpened, Field(discriminator="kind")]
"""They are told apart by `kind`, which a trial has not."""
ANY: TypeAdapter[KeySealed | ReplyRated | KeyOpened] = TypeAdapter(RatingLine)
