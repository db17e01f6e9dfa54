"""What it costs to train a model on examples of one's own, on its profile."""

from collections.abc import Iterator

from markupsafe import Markup

from sizewise.ground.written import rate
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.training import Training
from sizewise.ui.kit.lists import pairs_html
from sizewise.ui.kit.provenance import source_html

PER = {
    "million-tokens": "per million tokens of examples, each time they are read",
    "hour": "an hour of training",
}


def training_html(profile: ModelProfile) -> Markup:
    """The prices of training with their source; nothing when none is known."""
    training = profile.file.fine_tuning
    if training is None:
        return Markup()
    note = Markup(" {}").format(training.note) if training.note else Markup()
    return Markup(
        '<h3>Training it on your own examples</h3><div class="card facts">{}</div>'
        '<p class="fine">{}.{}</p>'
    ).format(pairs_html(list(_prices(training))), source_html(training.source), note)


def _prices(training: Training) -> Iterator[tuple[str, str]]:
    yield "Training", f"{rate(training.training)} {PER[training.per]}"
    rates = f"{rate(training.input)} in, {rate(training.output)} out"
    yield "Calls of the trained model", f"{rates}, per million tokens"
    if training.cached_input is not None:
        yield "Its cached input", f"{rate(training.cached_input)} per million tokens"
