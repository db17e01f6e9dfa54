"""The base of every content type: frozen, strict, and described field by field."""

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Text that is not empty. Markdown is allowed; facts are written `{{price gpt-4o-mini input}}`."""


Share = Annotated[Decimal, Field(ge=0, le=1)]
"""A part of the whole, from 0 to 1."""


class Shape(BaseModel):
    """A content type. Unknown fields are refused; nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=False)
