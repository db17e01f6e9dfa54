"""Times typing in the lab: the last keystroke to the redrawn chips, and each to its own picture."""

from collections.abc import Iterator, Sequence

from playwright.sync_api import Browser, Page

from tests.browser.screen import settled, visit
from tests.browser.server import Server

WORDS = 24
"""Words typed, each one a measurement."""
PACE = 90
"""Milliseconds between two keys of a quick typist."""
FIELD = "Your prompt"
CHIPS = """(word) => {
  const field = document.activeElement
  const drawn = () => [...document.querySelectorAll('[data-testid=stMain] .view')].some((view) =>
    view.textContent.includes(word))
  let last
  field.addEventListener('input', () => { last = performance.now() })
  window.redrawn = new Promise((done) => {
    const look = () => drawn() ? done(performance.now() - last) : requestAnimationFrame(look)
    look()
  })
}"""
FRAMES = """() => {
  window.waits = []
  document.activeElement.addEventListener('keydown', ({timeStamp}) =>
    requestAnimationFrame(() => window.waits.push(performance.now() - timeStamp)))
}"""


def opened(browser: Browser, server: Server, size: int) -> Page:
    """The lab with a prompt of so many characters, and the caret at its end."""
    page = visit(browser.new_page(), f"{server.url}/lab")
    field = page.get_by_label(FIELD)
    field.fill(("One class asks 200 questions a day; what does that cost? " * 200)[:size])
    page.wait_for_timeout(1000)
    settled(page)
    field.press("End")
    field.press("Control+End")
    return page


def to_chips(browser: Browser, server: Server, size: int) -> list[float]:
    """Milliseconds from the last key of each word to the chips that show it."""
    page = opened(browser, server, size)
    waits = []
    for number in range(WORDS):
        word = f"q{number + 10}"
        page.evaluate(CHIPS, word)
        page.keyboard.type(f" {word}", delay=PACE)
        waits.append(float(page.evaluate("() => window.redrawn")))
        settled(page)
    page.close()
    return waits


def to_frames(browser: Browser, server: Server, size: int) -> list[float]:
    """Milliseconds from each key to the browser's next picture, without a pause between words."""
    page = opened(browser, server, size)
    page.evaluate(FRAMES)
    page.keyboard.type(" one more word" * 6, delay=2 * PACE)
    waits = [float(each) for each in page.evaluate("() => window.waits")]
    page.close()
    return waits


def late(waits: Sequence[float]) -> float:
    """What 95 of 100 stay below, by nearest rank."""
    return sorted(waits)[-(-95 * len(waits) // 100) - 1]


def timings(browser: Browser, server: Server) -> Iterator[tuple[str, float, float]]:
    """What was timed, its 95th percentile, and the highest aimed at."""
    yield "last key to chips, 1 KB, p95 ms", late(to_chips(browser, server, 1024)), 300.0
    yield "key to picture, 10 KB, p95 ms", late(to_frames(browser, server, 10_240)), 50.0
