"""The base of every content type: frozen, strict, and described field by field."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Text that is not empty. Markdown is allowed; facts are written `{{price gpt-4o-mini input}}`."""


class Shape(BaseModel):
    """A content type. Unknown fields are refused; nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=False)
