"""A learner at the screen: does what people do, and sees what people see."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.screen import settled, visit

LESSON = "ai-and-gpt-4o-mini"
READING = 450
"""Milliseconds between seeing a screen and pressing a button: quicker is a double click."""


class Learner:
    """Someone in front of `page`, with the app at `url`."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    def opens(self, path: str = "") -> "Learner":
        """Types an address, or comes back to it."""
        visit(self.page, f"{self.url}/{path}")
        return self

    def reads(self) -> None:
        """Looks at a screen that has stopped moving for as long as a quick reader would."""
        settled(self.page)
        self.page.wait_for_timeout(READING)

    def presses(self, name: str) -> None:
        """Presses a button by what it says."""
        self.page.get_by_role("button", name=name).first.click()

    # The quiz

    @property
    def count(self) -> Locator:
        """ "Question 3 of 15"."""
        return self.page.locator(".qz-count b")

    @property
    def verdict(self) -> Locator:
        """The heading over the explanation, once an answer is checked."""
        return self.page.locator(".qz-verdict h2")

    @property
    def number(self) -> int:
        """The number of the question on screen, from 1."""
        return int(re.findall(r"\d+", self.count.inner_text())[0])

    @property
    def total(self) -> int:
        """How many questions there are."""
        return int(re.findall(r"\d+", self.count.inner_text())[1])

    @property
    def stem(self) -> str:
        """What is asked."""
        return self.page.get_by_role("heading", level=1).inner_text()

    @property
    def choices(self) -> list[str]:
        """The options in the order they are shown; none when a number is asked for."""
        fields = self.page.locator(".st-key-quiz").get_by_role("radio")
        boxes = self.page.locator(".st-key-quiz").get_by_role("checkbox")
        return [label.inner_text() for label in self._labels(fields) + self._labels(boxes)]

    def _labels(self, fields: Locator) -> list[Locator]:
        return fields.locator("xpath=ancestor::label").all()

    @property
    def screen(self) -> tuple[int, str, list[str]]:
        """What a learner must find again after anything that goes wrong."""
        return self.number, self.stem, self.choices

    def starts(self, mode: str = "Practice") -> None:
        """Opens the quiz and begins."""
        self.opens(f"quiz?lesson={LESSON}")
        self.page.get_by_text(f"{mode}.", exact=True).click()
        self.reads()
        self.presses("Start, ")
        expect(self.count).to_contain_text("Question 1 of")
        self.reads()

    def picks_the_first(self) -> None:
        """Answers with the mouse: takes the first option, wherever there are options; types a
        number where one is asked for; moves the first step down where steps are to be ordered.
        """
        quiz = self.page.locator(".st-key-quiz")
        if quiz.get_by_role("textbox").count():
            quiz.get_by_role("textbox").fill("1")
        elif quiz.locator(".st-key-steps").count():
            quiz.get_by_role("button", name="Move down, now 1 of").click()
            settled(self.page)
        elif quiz.locator(".st-key-pairs").count():
            for box in quiz.get_by_role("combobox").all():
                box.scroll_into_view_if_needed()
                self.page.wait_for_timeout(100)  # a list closes when the page moves under it
                box.click()
                self.page.get_by_role("option").first.click()
                expect(self.page.get_by_role("listbox")).to_have_count(0)
        else:
            quiz.locator("label:has(input)").first.click()

    def answers(self) -> bool:
        """Takes the first option and checks it. Says whether it was right."""
        self.picks_the_first()
        self.presses("Check answer")
        expect(self.verdict).to_be_visible()
        self.hears_of_the_record()
        self.reads()
        return "right" in (self.page.locator(".qz-verdict").get_attribute("class") or "").split()

    def hears_of_the_record(self) -> None:
        """Waits until the answer is kept: the verdict may be there before."""
        onward = re.compile("^(Next question|See your|Go on)")
        expect(self.page.locator(".st-key-go button")).to_have_text(onward)

    def goes_on(self) -> None:
        """Turns from the explanation to what comes next."""
        before = self.page.locator(".qz-head h1").inner_text()
        self.page.get_by_role("button", name=re.compile("^(Next question|See your)")).click()
        expect(self.page.locator(".qz-head h1", has_text=before)).to_have_count(0)
        self.reads()

    def finishes(self) -> int:
        """Answers all that is left; the number of right answers on the way."""
        right, left = 0, self.total - self.number + 1
        for _ in range(left):
            right += self.answers()
            self.goes_on()
        return right
