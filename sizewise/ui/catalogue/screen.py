"""The page of models: all of them, or the profile of the one in the address."""

from difflib import get_close_matches

from markupsafe import Markup

from sizewise.ui import house, links, session
from sizewise.ui.catalogue import profile, shelf
from sizewise.ui.frame import theme
from sizewise.ui.frame.notice import lost
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import literal
from sizewise.ui.links import go_html

_SHOWN = 64
"""Letters of an unknown name that are repeated."""


def draw() -> None:
    """Draw the profile that the address names, else the list."""
    links.follow()
    model = session.query("model")
    if model:
        _profile(model)
    else:
        shelf.draw()
    theme.arrive("[data-testid=stMain] h1", f"models/{model}")


def _profile(model: str) -> None:
    profiles = house.library().catalogue.profiles
    if model in profiles:
        profile.draw(profiles[model])
        return
    asked = literal(model[:_SHOWN])
    lost(
        "This model is not here",
        f"The catalogue has no model of the name “{asked}”, or its file is being repaired.",
        out="See all models",
        page="models",
        icon="view_list",
    )
    near = get_close_matches(model[:_SHOWN], profiles)
    if near:
        links = Markup(", ").join(
            go_html(profiles[each].name, "models", model=each) for each in near
        )
        show_html(Markup("<p>Did you mean {}?</p>").format(links))
