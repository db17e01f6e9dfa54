"""`make bench`: times Sizewise beside a bare one-button Streamlit app, in the same run."""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean, median
from timeit import repeat

from playwright.sync_api import Browser, Page, expect, sync_playwright

from sizewise.sizing.tokens.tokens import count
from tests.bench import counting, far_away, keystrokes
from tests.bench.servers import bare, ours, running
from tests.bench.stopwatch import click, cpu, rest, slide
from tests.browser.chrome import ARGUMENTS, find
from tests.browser.screen import settled, visit
from tests.browser.server import Server
from tests.journeys.learner import Learner

CLICKS = 14
STARTS = 5
GO = ".st-key-go button"
ANSWER = ".answer"
VERDICT = ".qz-verdict [data-place]"
QUESTION = ".st-key-quiz [data-place]"
TITLE = "[data-testid=stMain] h1"
NAVIGATION = '[data-testid=stSidebarNavLink][href*="/%s"]'
KILOBYTE = ("One class asks 200 questions a day; what does that cost? " * 20)[:1024]

Row = tuple[str, float, float, float, float]
"""What, ours, bare with our settings, bare with Streamlit's own, the highest ratio aimed at."""


def first_page(browser: Browser, server: Server) -> float:
    """Milliseconds from `streamlit run` to the first heading in an empty browser."""
    context = browser.new_context()
    start = time.perf_counter()
    with running(server):
        visit(context.new_page(), server.url)
        taken = (time.perf_counter() - start) * 1000
    context.close()
    return taken


def worked(pid: int, action: Callable[[], float]) -> tuple[float, float]:
    """An action's own time, and the processor time it gave the server."""
    rest(pid)
    before = cpu(pid)
    wait = action()
    rest(pid)
    return wait, cpu(pid) - before


def bare_clicks(browser: Browser, server: Server) -> tuple[float, float]:
    """The bare app's click, and what it costs the server."""
    with running(server):
        page = visit(browser.new_page(), server.url)
        tries = [worked(server.pid, lambda: click(page, GO, ANSWER)) for _ in range(CLICKS)]
    return median(wait for wait, _ in tries[2:]), mean(work for _, work in tries[2:])


class Quiz:
    """A learner at the quiz who takes the first option every time."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page = visit(page, f"{server.url}/quiz")
        click(page, GO, QUESTION)

    def check(self) -> float:
        """Choose, read for a moment, and press "Check answer": only the press is timed."""
        settled(self.page)
        Learner(self.page, "").picks_the_first()
        self.page.keyboard.press("Tab")  # leaving a field hands its value over
        self.page.wait_for_timeout(450)
        return click(self.page, GO, VERDICT)

    def following(self) -> float:
        """Read the feedback for a moment and press "Next question"."""
        settled(self.page)
        self.page.wait_for_timeout(450)
        return click(self.page, GO, QUESTION)


def answers(browser: Browser, server: Server) -> tuple[float, float, float]:
    """Wait and work for "Check answer", and the wait for "Next question"."""
    waits, works, nexts = [], [], []
    with running(server):
        quiz, pid = Quiz(browser.new_page(), server), server.pid
        for _ in range(CLICKS):
            wait, work = worked(pid, quiz.check)
            waits.append(wait)
            works.append(work)
            nexts.append(quiz.following())
    return median(waits[2:]), mean(works[2:]), median(nexts[2:])


def page_changes(browser: Browser, server: Server) -> dict[str, float]:
    """The wait for each page after a click in the navigation."""
    waits: dict[str, list[float]] = {"lesson": [], "lab": [], "quiz": [], "you": []}
    with running(server):
        page = visit(browser.new_page(), f"{server.url}/you")
        for path in list(waits) * 5:
            settled(page)
            page.wait_for_timeout(450)
            waits[path].append(click(page, NAVIGATION % path, TITLE))
    return {path: median(each[1:]) for path, each in waits.items()}


def slides(browser: Browser, server: Server, path: str, slider: str) -> float:
    """The wait from a slider's move to the redrawn chart."""
    with running(server):
        page = visit(browser.new_page(), f"{server.url}/{path}")
        page.locator(".js-plotly-plot path.js-line").first.wait_for(state="attached")
        waits = []
        for turn in range(CLICKS):
            settled(page)
            page.wait_for_timeout(450)
            waits.append(slide(page, slider, "ArrowLeft" if turn % 2 else "ArrowRight"))
    return median(waits[2:])


def charts(browser: Browser, folder: Path) -> tuple[float, float, float]:
    """A slider's move: ours, and on the bare chart with our settings and with Streamlit's own."""
    folder.mkdir()
    plan = slides(browser, ours(folder / "ours"), "lab?view=plan", "More calls every month")
    same, own = (
        bare(folder / name, our_settings=name == "same", app="bare_chart.py")
        for name in ("same", "own")
    )
    return plan, slides(browser, same, "", "Growth"), slides(browser, own, "", "Growth")


def encoding() -> float:
    """Milliseconds to count the tokens of 1 KB of text, once the encoding is loaded."""
    count(KILOBYTE, "o200k_base")
    return min(repeat(lambda: count(KILOBYTE, "o200k_base"), number=20, repeat=20)) / 20 * 1000


def starts(browser: Browser, folder: Path) -> tuple[float, float, float]:
    """First pages of the three, in turns, so that a busy moment hits them alike."""
    taken: list[list[float]] = [[], [], []]
    for turn in range(STARTS):
        servers = fresh(folder / f"start-{turn}")
        for times, server in zip(taken, servers, strict=True):
            times.append(first_page(browser, server))
    ours_, same, own = (median(times) for times in taken)
    return ours_, same, own


def fresh(folder: Path) -> tuple[Server, Server, Server]:
    """Sizewise, the bare app with our settings, and the bare app with Streamlit's own."""
    folder.mkdir()
    same, own = bare(folder / "same", our_settings=True), bare(folder / "own", our_settings=False)
    return ours(folder / "ours"), same, own


def measure(browser: Browser, folder: Path) -> Iterator[Row]:
    """Every row of the table."""
    sizewise, same, own = fresh(folder / "clicks")
    (wait, work), (wait_own, work_own) = bare_clicks(browser, same), bare_clicks(browser, own)
    check, check_work, following = answers(browser, sizewise)
    yield "Check answer to feedback, ms", check, wait, wait_own, 1.5
    yield "Next question, ms", following, wait, wait_own, 1.5
    changes = page_changes(browser, sizewise)
    yield "page change, all pages, ms", median(changes.values()), wait, wait_own, 2.0
    for path, change in changes.items():
        yield f"page change to /{path}, ms", change, wait, wait_own, 2.0
    yield "server CPU for an answer, ms", check_work, work, work_own, 2.0
    yield "slider to redrawn chart, ms", *charts(browser, folder / "charts"), 1.5
    yield "first page after the start, ms", *starts(browser, folder), 1.3


def told(row: Row) -> str:
    """A line of the table."""
    what, mine, same, own, target = row
    beside = "".join(f"{other:>9.1f}{_ratio(mine / other, target)}" for other in (own, same))
    return f"{what:<32}{mine:>9.1f}{beside}{target:>9}"


def told_alone(what: str, taken: float, most: float) -> str:
    """A line of what stands beside nothing, and its highest time."""
    return f"{what:<32}{taken:>9.2f}{'' if taken <= most else '!':>32}{most:>9}"


def _ratio(ratio: float, target: float) -> str:
    return f"{ratio:>7.2f}{' ' if ratio <= target else '!'}"


HEAD = f"""\
Medians of {CLICKS - 2} clicks and {STARTS} starts; the mean of the CPU. Beside ours stands one
button in its own folder: "bare" with Streamlit's own settings, "tuned" with ours but the look.
A page change stands beside the bare app's click, as that app has no other page; the slider
beside a bare page with a slider and a chart.
A ratio with ! is above its target.

{"":<32}{"ours":>9}{"bare":>9}{"ratio":>7} {"tuned":>9}{"ratio":>7} {"target":>9}"""


def main() -> None:
    """Measure everything and print the table."""
    expect.set_options(timeout=20_000)
    print(HEAD, flush=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find(), args=list(ARGUMENTS))
        for row in measure(browser, Path(folder)):
            print(told(row), flush=True)
        with running(ours(Path(folder) / "typing")) as server:
            for alone in keystrokes.timings(browser, server):
                print(told_alone(*alone), flush=True)
            waits = list(far_away.verdicts(browser, server))
            print(
                told_alone("verdict, 150 ms away, p95 ms", keystrokes.late(waits), 20), flush=True
            )
    print(told_alone("count the tokens of 1 KB, ms", encoding(), 1))
    counting.main()


if __name__ == "__main__":
    main()
