"""The reading settings: their names, their values, and the words for both."""

from collections.abc import Mapping
from typing import NamedTuple


class SettingChoice(NamedTuple):
    """One value of a setting."""

    value: str
    """What the record keeps."""
    words: str
    """What the learner picks."""
    amount: str = ""
    """What style sheets and scripts read as `--comfort-<setting>`; empty when nothing changes."""


class Setting(NamedTuple):
    """Something about reading that a learner may choose. The first choice is the usual one."""

    name: str
    label: str
    why: str
    """Whom it helps, or what it does, in a sentence."""
    choices: tuple[SettingChoice, ...]

    @property
    def usual(self) -> str:
        """The value that holds until the learner chooses."""
        return self.choices[0].value

    def choice(self, value: str) -> SettingChoice:
        """The choice of that value; the usual one when there is none."""
        return next((each for each in self.choices if each.value == value), self.choices[0])


SETTINGS = (
    Setting(
        "text-size",
        "Text size",
        "All words grow, buttons and numbers included.",
        (
            SettingChoice("usual", "Usual"),
            SettingChoice("large", "Large", "1.15"),
            SettingChoice("larger", "Larger", "1.3"),
            SettingChoice("largest", "Largest", "1.5"),
        ),
    ),
    Setting(
        "line-spacing",
        "Space between lines",
        "More room makes it easier to find the next line.",
        (
            SettingChoice("usual", "Usual"),
            SettingChoice("open", "Open", "1.9"),
            SettingChoice("wide", "Wide", "2.3"),
        ),
    ),
    Setting(
        "letter-spacing",
        "Space between letters",
        "More room keeps letters and words apart.",
        (
            SettingChoice("usual", "Usual"),
            SettingChoice("open", "Open", ".05em"),
            SettingChoice("wide", "Wide", ".12em"),
        ),
    ),
    Setting(
        "column",
        "Width of the column",
        "Short lines are easier to follow; long ones need less scrolling.",
        (
            SettingChoice("usual", "Usual"),
            SettingChoice("narrow", "Narrow", "33rem"),
            SettingChoice("wide", "Wide", "60rem"),
        ),
    ),
    Setting(
        "font",
        "Letters",
        "OpenDyslexic has heavy feet, which some readers with dyslexia like.",
        (
            SettingChoice("atkinson", "Atkinson"),
            SettingChoice("opendyslexic", "OpenDyslexic", "OpenDyslexic"),
        ),
    ),
    Setting(
        "colours",
        "Colours",
        "Calm colours are paler, and no surface has stripes, dots or shadows.",
        (SettingChoice("usual", "Usual"), SettingChoice("calm", "Calm", "calm")),
    ),
    Setting(
        "motion",
        "Motion",
        "Without motion nothing slides or fades.",
        (SettingChoice("usual", "As in my system"), SettingChoice("off", "Off", "off")),
    ),
    Setting(
        "shortcuts",
        "Keys 1–9, arrows and Enter in a quiz",
        "Switch them off when they get in the way of a screen reader or of speech control.",
        (SettingChoice("usual", "On"), SettingChoice("off", "Off", "off")),
    ),
    Setting(
        "voice",
        "Pace of the voice",
        "How fast a lesson is read aloud.",
        (
            SettingChoice("usual", "Usual"),
            SettingChoice("slow", "Slow", "0.8"),
            SettingChoice("quick", "Quick", "1.25"),
        ),
    ),
)
"""Everything that can be chosen, in the order of the page."""

USUAL: Mapping[str, str] = {setting.name: setting.usual for setting in SETTINGS}
"""How everybody reads who has chosen nothing."""


def understood(stored: Mapping[str, str]) -> dict[str, str]:
    """A value for every setting. What the record has that no choice knows becomes the usual one;
    the record's other settings are left out.
    """
    return {
        setting.name: setting.choice(stored.get(setting.name, "")).value for setting in SETTINGS
    }
