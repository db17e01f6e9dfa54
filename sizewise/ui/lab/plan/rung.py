"""A rung of the savings ladder as the page tells it."""

from dataclasses import dataclass

from markupsafe import Markup

from sizewise.ground.written import dollars, whole_percent
from sizewise.sizing.plan.savings import Saving
from sizewise.ui.kit.meter import meter_html


@dataclass(frozen=True)
class Rung:
    """A rung as it is told: what to do, the saving (none when it cannot be), what to know."""

    title: str
    deed: str
    saving: Saving | None
    caution: str


def rung_html(rung: Rung) -> Markup:
    """The deed, what it saves, what to know, and its arithmetic."""
    head = Markup("<h3>{}</h3><p>{}</p>").format(rung.title, rung.deed)
    saved = _saved_html(rung.saving) if rung.saving else Markup()
    sums = _sums_html(rung.saving) if rung.saving else Markup()
    return Markup('<li>{}{}<p class="fine">{}</p>{}</li>').format(head, saved, rung.caution, sums)


def _saved_html(saving: Saving) -> Markup:
    dearer = saving.saved < 0
    share = whole_percent(abs(saving.share))
    css, word = ("now", f"{share} dearer") if dearer else ("ok", f"saves {share}")
    if not saving.saved:
        css, word = "new", "saves nothing"
    bar = meter_html(max(0.0, float(saving.share)), "strong")
    return Markup(
        '<p class="rung"><span class="pill {}">{}</span> <span>{} → <b>{}</b></span></p>{}'
    ).format(css, word, dollars(saving.before), dollars(saving.after), bar)


def _sums_html(saving: Saving) -> Markup:
    lines = Markup().join(
        Markup("<li><span>{}</span><code>{}</code><b>{}</b></li>").format(
            step.when, step.sum, dollars(step.amount)
        )
        for step in saving.steps
    )
    return Markup(
        '<details class="more"><summary>The arithmetic of {}</summary>'
        '<ul class="sums" role="list">{}</ul></details>'
    ).format(saving.name.lower(), lines)
