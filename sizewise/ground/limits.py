"""How much the app takes at once. What is larger is refused with a sentence that says the limit.

Each number stands here alone: fields, readers, the browser's own guard and the page take it from
here, and a test holds `.streamlit/config.toml` against it.
"""

TEXT_CHARACTERS = 200_000
"""Characters of a text that is cut into tokens: a million spaces makes tiktoken panic past any
except."""

RESPONSE_CHARACTERS = 2_000_000
"""Characters of a pasted API response; a picture in it makes it that long."""

FIELD_CHARACTERS = 2_000_000
"""Characters that any field takes. The server drops the connection of who sends much more."""

SEARCH_CHARACTERS = 60
"""Characters of a search."""

CALL_TOKENS = 1_000_000_000_000
"""Tokens of one kind that a pasted response may claim: a million times what models take."""

JSON_DEPTH = 100
"""How many lists and objects of pasted JSON may stand inside one another."""

TABLE_MEGABYTES = 5
"""Megabytes of a file of prompts: 5,000 rows of 1,000 characters."""

TABLE_ROWS = 5_000
"""Rows of a file of prompts."""

TABLE_COLUMNS = 200
"""Columns of a file of prompts."""

LOG_MEGABYTES = 20
"""Megabytes of a benchmark's log that is brought: the log of about 10,000 attempts."""

LOG_LINES = 20_000
"""Lines of such a log: its summary takes some seconds."""

LOG_MODELS = 8
"""Models in such a log: each two are compared at each task."""

LOG_ROWS = 100
"""Rows of its tables: a model, a task and a number of requests at once each."""

NAME_CHARACTERS = 200
"""Characters of a column's name."""

PICTURE_MEGABYTES = 20
"""Megabytes of a picture. Only its first bytes are read."""

PICTURE_SIDE = 20_000
"""Pixels of a picture's side: no model takes more."""

BYTES = 1_000_000
"""Bytes of a megabyte, as the field for files counts them in the browser."""
PLAN_SAMPLES, PLAN_WARM_UPS, PLAN_AT_ONCE = 10_000, 1_000, 256
"""Samples and warm-ups of each model at each task of a plan, and requests under way at once."""
PLAN_REQUESTS = 200_000
"""Requests of a whole plan: at a second each, more than two days."""
