"""A text field that begins with a sample. A sample's name goes to the address, a text never."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

import streamlit as st

from sizewise.ui import session
from sizewise.ui.frame.address import Parameter, one_of
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.text_area import text_area


class Sample(Protocol):
    """What the field may begin with."""

    @property
    def title(self) -> str:
        """Its name on screen."""

    @property
    def text(self) -> str:
        """What it puts into the field."""


@dataclass(frozen=True)
class Sampled:
    """A field whose keys begin with `name`; the first of `samples` stands there at first."""

    name: str
    samples: Mapping[str, Sample]
    changed: Callable[[], None] = lambda: None
    """Called when another text stands in the field."""
    live: bool = True
    """Whether its text is counted while it is typed."""

    @property
    def sample(self) -> str | None:
        """The sample in the field; none when the text is the learner's own."""
        return self._draft().value("sample")  # type: ignore[no-any-return]

    @property
    def text(self) -> str:
        """What stands in the field."""
        return session.get(self._text) or ""

    def begin(self) -> None:
        """Take the sample from the address; Back from a sample brings the learner's own text."""
        before = self.sample
        asked = self._draft().begin()["sample"]
        if session.get(self._text) is None:
            self._show(asked or next(iter(self.samples)))
        elif asked and asked != before:
            self._show(asked)
        elif asked != before:
            self._show_own(before)

    def ask(self, label: str, height: int) -> str:
        """Draw the samples and the field; the text in it."""
        draft = self._draft()
        draft.draw_notices()
        st.pills(
            "Samples",
            list(self.samples),
            format_func=lambda name: self.samples[name].title,
            wrap=True,
            **draft.widget("sample", self._take_chosen),
        )
        typed = text_area(
            label, height=height, key=self._text, on_change=self._write, live=self.live
        )
        if draft.value("sample") is None:
            session.put(self._own, typed)
        return typed

    def _draft(self) -> Draft:
        known = one_of(self.samples, "there is no such sample.", "choice")
        return Draft(self.name, {"sample": Parameter("the sample", known, None)})

    @property
    def _text(self) -> str:
        return f"{self.name}_text"

    @property
    def _own(self) -> str:
        return f"{self.name}_own"

    def _show(self, sample: str) -> None:
        self._draft().give(sample=sample)
        session.put(self._text, self.samples[sample].text)
        self.changed()

    def _take_chosen(self) -> None:
        if chosen := self._draft().held("sample"):
            self._show(chosen)
        else:
            self._draft().keep(sample=None)

    def _show_own(self, before: str | None) -> None:
        if session.get(self._own) is None:
            self._draft().give(sample=before)
            return
        session.put(self._text, session.get(self._own))
        self.changed()

    def _write(self) -> None:
        self._draft().give(sample=None)
        self.changed()
        session.draw_all_that_changed()
