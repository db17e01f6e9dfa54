"""A learner who takes one quiz after another, whatever happens, and notes what the screen says."""

import asyncio
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

from tests.faults.visitor import Gone, Visitor
from tests.journeys.learner import LESSON

READING = 0.4
"""Seconds between seeing a screen and pressing a button: quicker is a double click."""
STARTS = ("Start, ", "Take it again")
ANSWERS = ("Check answer", "Save ")
BUTTONS = ("Try again", *ANSWERS, "Next question", "See your results", *STARTS)
"""What a learner presses: the first of these that is there."""
PLACE = re.compile(r'data-place="(\w+)/(?:(\d+)/(asked|told)|results)"')
VERDICT = re.compile(r"qz-verdict (right|part|wrong)")
TOTAL = re.compile(r"<b>Question \d+ of (\d+)</b>")

Place = tuple[str, int]
"""An attempt, and a question of it, counted from 0."""


class QuizTaker:
    """Somebody in front of a tab; `mode` is practice or exam.

    `reading` is the shortest and the longest time that they look at a screen, in seconds.
    """

    def __init__(
        self,
        url: str,
        chance: Random,
        mode: str = "practice",
        cookie: str = "",
        reading: tuple[float, float] = (READING, READING),
    ) -> None:
        self.reading = reading
        self.tab = Visitor(url, cookie)
        self.chance = chance
        self.mode = mode
        self.given: set[Place] = set()
        """Questions that were answered with a press; the answer may not have arrived."""
        self.confirmed: dict[Place, str] = {}
        """Answers that the screen confirmed: as right, part or wrong; an exam says saved."""
        self.reached: dict[str, int] = {}
        """The furthest question that each attempt showed."""
        self.fell_back: list[Place] = []
        """Places that the screen showed after a further one of the same attempt."""
        self.heard: list[str] = []
        """Every notice of trouble, in order."""
        self.starts = 0
        self.presses = 0
        self.waits = False
        """Whether the server is yet to answer an opened page or a press."""
        self.waited: list[tuple[str, float, float]] = []
        """What was pressed, when it was answered, and how many seconds that took."""
        self.went = 0
        """How often the server was gone."""
        self.here: Place = ("", 0)
        """The question on the screen."""
        self._chosen: Place | None = None
        self._total = 0

    def __str__(self) -> str:
        state = "waits" if self.waits else "reads"
        seen = f"{len(self.confirmed)} confirmed, {self.presses} presses"
        return f"{self.mode} at {self.here}: {state}, {seen}, last heard {self.heard[-1:]}"

    async def learns(self, awake: asyncio.Event) -> None:
        """Takes quizzes while `awake`, and comes back when the server went away."""
        while True:
            try:
                await self._opens()
                while True:
                    self._looks()
                    await asyncio.sleep(self.chance.uniform(*self.reading))
                    await awake.wait()
                    await self._presses()
            except Gone:
                self.went += 1
                self._looks()  # some of the page may have arrived
                await asyncio.sleep(0.1)

    async def _opens(self) -> None:
        self._chosen = None  # a new tab knows nothing of what was chosen
        with self._waiting("open"):
            await self.tab.open(f"quiz?lesson={LESSON}")

    @property
    def slowest(self) -> float:
        """Seconds of the longest wait."""
        return max((seconds for _, _, seconds in self.waited), default=0.0)

    @contextmanager
    def _waiting(self, what: str) -> Iterator[None]:
        begun, self.waits = time.monotonic(), True
        try:
            yield
        finally:
            self.waits, now = False, time.monotonic()
            self.waited.append((what, now, now - begun))

    # What the screen says

    def _looks(self) -> None:
        self.heard += [self.tab.told] if self.tab.told else []
        found = PLACE.search(self.tab.html)
        if found:
            attempt, number, state = found.groups()
            self._total = int(next(iter(TOTAL.findall(self.tab.html)), self._total))
            place = attempt, self._total if number is None else int(number)
            self._notes_progress(place)
            self._notes_answers(place, told=state == "told")

    def _notes_progress(self, place: Place) -> None:
        attempt, position = place
        if position < self.reached.get(attempt, 0):
            self.fell_back.append(place)
        self.reached[attempt] = max(position, self.reached.get(attempt, 0))
        self.here = place

    def _notes_answers(self, place: Place, *, told: bool) -> None:
        attempt, position = place
        if told:
            self.confirmed[place] = VERDICT.findall(self.tab.html)[0]
        elif self.mode == "exam":
            for earlier in range(position):
                self.confirmed.setdefault((attempt, earlier), "saved")

    # What the learner does

    async def _presses(self) -> None:
        label = next((each for each in BUTTONS if self.tab.has(each)), None)
        assert label, f"nothing to press: {self.tab.told or self.tab.html[-2000:]}"
        if label in ANSWERS:
            await self._answers()
            if not self.tab.has(label):
                return  # steps are moved by presses too, and after one of them the page was another
        if label in STARTS:
            self._chooses_mode()
            self.starts += 1
        self.presses += 1
        with self._waiting(label):
            await self.tab.press(label)

    def _chooses_mode(self) -> None:
        for each in self.tab.elements("radio"):
            named = [option for option in each.radio.options if self.mode in option.lower()]
            self.tab.set(each.radio.id, string_value=named[0])

    async def _answers(self) -> None:
        """Chooses by chance; what was chosen once stays chosen, also when it was not saved."""
        self.given.add(self.here)
        if self._chosen == self.here:
            return
        self._chosen, tab = self.here, self.tab
        boxes = list(tab.elements("checkbox"))
        for number, each in enumerate(boxes):
            ticked = number == 0 or self.chance.random() < 0.5
            tab.set(each.checkbox.id, bool_value=ticked)
        for each in tab.elements("radio"):
            tab.set(each.radio.id, string_value=self.chance.choice(each.radio.options))
        for each in tab.elements("text_input"):
            tab.set(each.text_input.id, string_value=str(self.chance.randint(1, 20)))
        for each in tab.elements("selectbox"):
            tab.set(each.selectbox.id, string_value=self.chance.choice(each.selectbox.options))
        if tab.has("Move down"):
            await tab.press("Move down")
