"""Why a response cannot be read."""

from sizewise.ground.plain import Plain


class BillError(Plain, ValueError):
    """A response that cannot be read; `field` is the place, such as `usage.prompt_tokens`.

    `place` is line and column, from 1, where they are known. The message is meant for the learner.
    """

    def __init__(self, field: str, message: str, place: tuple[int, int] | None = None) -> None:
        self.field = field
        self.place = place
        super().__init__(message)
