"""What the chosen settings do to a page: variables, and the style sheet of each that is not usual.

Scripts read the variables too, such as `--comfort-shortcuts`.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from sizewise.ui.frame.comfort.settings import SETTINGS
from sizewise.ui.kit.html import style_html

CSS = Path(__file__).parent / "css"


def comfort_html(chosen: Mapping[str, str]) -> Markup:
    """A style element for these values; nearly empty for a learner who has chosen nothing."""
    return _style(tuple(sorted(chosen.items())))


@lru_cache(maxsize=64)
def _style(chosen: tuple[tuple[str, str], ...]) -> Markup:
    values = dict(chosen)
    amounts = {each.name: each.choice(values.get(each.name, "")).amount for each in SETTINGS}
    told = {name: amount for name, amount in amounts.items() if amount}
    variables = "".join(f"--comfort-{name}:{amount};" for name, amount in told.items())
    return style_html(f":root{{--comfort:on;{variables}}}{''.join(map(sheet, told))}")


@lru_cache(maxsize=len(SETTINGS))
def sheet(name: str) -> str:
    """The style sheet of a setting; empty when scripts alone follow it."""
    file = CSS / f"{name}.css"
    return file.read_text("utf-8") if file.exists() else ""
