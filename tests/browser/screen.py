"""What tests do with a page: open it, wait until it is drawn, look for barriers."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.plugin import LOOKS, Look

RUN_AXE = """(within) => Promise.race([new Promise((done) => setTimeout(done, 5000)),
  Promise.allSettled(document.getAnimations().filter((each) =>
  each.effect.getComputedTiming().endTime < 5000).map((each) => each.finished))]).then(() =>
  (window.axe || loadAxe(), axe.run(within, {resultTypes: ['violations']}))).then((result) =>
  result.violations.map((v) => ({rule: v.id, help: v.help, where: v.nodes.map((n) => n.html)})))"""
DRAWN = "[data-test-connection-state=CONNECTED][data-test-script-state=notRunning]"
"""Streamlit's own marks of a page that talks to its server and has nothing left to draw."""
SETTLED = f"""() => document.querySelector('{DRAWN}')
  && !document.querySelector('[data-testid=stSkeleton], [data-stale=true]')"""
OFTEN = 30
"""Milliseconds between two looks. Playwright's own waits look ever more seldom, up to a second."""


OPENED = f"""() => ({SETTLED})()
  && document.querySelector('h1')?.checkVisibility({{visibilityProperty: true}})"""
TURN = """(address) => {
  const send = WebSocket.prototype.send
  let silence
  const heard = ({target}) => {
    clearTimeout(silence)
    silence = setTimeout(() => {
      target.removeEventListener('message', heard)
      window.turned = true
    }, 100)
  }
  window.turned = false
  WebSocket.prototype.send = function (...message) {
    WebSocket.prototype.send = send
    this.addEventListener('message', heard)
    return send.apply(this, message)
  }
  history.pushState({}, '', address)
  dispatchEvent(new PopStateEvent('popstate', {state: {}}))
}"""
"""What sizewise/ui/links.js does, on every page. The page does not tell of a run that begins and
ends between two of its pictures, so the messages do: the last one of an answer is 100 ms old.
"""


def settled(page: Page) -> Page:
    """Wait until Streamlit has run the page and drawn all of it."""
    page.wait_for_function(SETTLED, polling=OFTEN)
    return page


def visit(page: Page, url: str) -> Page:
    """Open an address and wait until its page is drawn."""
    page.goto(url)
    page.wait_for_function(OPENED, polling=OFTEN)  # `expect` describes the whole page at each look
    return page


def turn_to(page: Page, url: str) -> Page:
    """Follow a link within the open app and wait until its page is drawn: a third of the work of a
    visit, where loading is not what a test is about.
    """
    page.evaluate(TURN, url)
    page.wait_for_function(f"() => window.turned && ({OPENED})()", polling=OFTEN)
    return page


def arrive(page: Page, url: str) -> Page:
    """Turn to an address of the app that is open, once what it was told is drawn; where another
    app or none is open, visit it.
    """
    host = "/".join(url.split("/")[:3]) + "/"
    return turn_to(settled(page), url) if page.url.startswith(host) else visit(page, url)


def walk(page: Page, url: str, paths: Iterable[str]) -> Iterator[str]:
    """Arrive at each of these pages of the server at `url`."""
    for path in paths:
        arrive(page, f"{url}/{path}")
        yield path


Within = str | dict[str, list[str]]
WHOLE: Within = "html"
INSIDE: Within = {"exclude": ["[data-testid=stSidebar]", "[data-testid=stHeader]"]}
"""The page without its frame, which is a third of the work and the same on every page:
`test_every_page.py` and whatever changes the look of the frame look at the whole.
"""


def barriers(page: Page, within: Within = INSIDE) -> str:
    """Every violation axe-core finds on the page, one a line; empty when there is none. `within`
    selects what is looked at.
    """
    found = page.evaluate(RUN_AXE, within)
    return "\n".join(f"{v['rule']}: {v['help']}: {json.dumps(v['where'][:3])}" for v in found)


FAINT = (Path(__file__).parent / "faint.js").read_text("utf-8")


def faint(page: Page) -> list[str]:
    """The controls of the page whose edge has less than 3 to 1 against what is behind them."""
    return [f"{each['what']}: {each['best']} to 1" for each in page.evaluate(FAINT)]


SHIFTED = """() => new Promise((done) => {
  let sum = 0
  new PerformanceObserver((seen) => {
    for (const each of seen.getEntries()) if (!each.hadRecentInput) sum += each.value
  }).observe({type: 'layout-shift', buffered: true})
  setTimeout(() => done(sum), 50)
})"""


def shifted(page: Page) -> float:
    """By how much the page has moved since its first paint: Chromium's layout-shift figure."""
    return float(page.evaluate(SHIFTED))


TOO_WIDE = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
  .some((box) => box && box.scrollWidth > box.clientWidth + 1)"""


def too_wide(page: Page) -> bool:
    """Whether the page must be scrolled sideways."""
    return bool(page.evaluate(TOO_WIDE))


def fits(page: Page) -> None:
    """Wait until the page, which has changed its width, need not be scrolled sideways."""
    page.wait_for_function(f"() => !({TOO_WIDE})()", polling=OFTEN)


CROWDED = """() => [...document.querySelectorAll('[data-testid=stMultiSelectTagsContainer]')]
  .filter((each) => each.scrollWidth > each.clientWidth + 1
    || each.scrollHeight > each.clientHeight + 1)
  .concat([...document.querySelectorAll('[data-testid=stSlider]')].filter((each) =>
    each.querySelector('[data-testid=stSliderThumbValue]').getBoundingClientRect().top
    < each.querySelector('[data-testid=stWidgetLabel]').getBoundingClientRect().bottom))
  .map((each) => each.innerText)"""


def crowded(page: Page) -> list[str]:
    """Fields that slide what is chosen out of sight; sliders with their value on their label."""
    return list(page.evaluate(CROWDED))


BROKEN = """() => {
  const words = document.createTreeWalker(document.querySelector('[data-testid=stMain]'), 4)
  const broken = []
  while (words.nextNode()) {
    const node = words.currentNode
    for (const {0: number, index} of node.data.matchAll(/[$€]?\\d(?:[\\d.,]*\\d)?%?/g)) {
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + number.length)
      const lines = new Set([...range.getClientRects()].map(({bottom}) => Math.round(bottom)))
      if (lines.size > 1 && node.parentElement.checkVisibility()
        && !node.parentElement.closest('.stacked thead, pre')) broken.push(number)
    }
  }
  return broken
}"""


def broken(page: Page) -> list[str]:
    """Numbers of the page that begin on one line and end on another, where a reader sees two."""
    return list(page.evaluate(BROKEN))


CUT = """() => [...document.querySelectorAll('[data-testid=stMain] :is(button, label) *')]
  .filter((each) => each.scrollWidth > each.clientWidth && each.checkVisibility()
    && getComputedStyle(each).textOverflow === 'ellipsis'
    && getComputedStyle(each).overflowX !== 'visible')
  .map((each) => each.innerText)"""


def cut(page: Page) -> list[str]:
    """Labels of buttons and switches that end in an ellipsis."""
    return list(page.evaluate(CUT))


LOW = """() => [...document.querySelectorAll('[data-testid=stMain] :is(button:not(.term), summary,'
  + '[role=radio], .parts a, label[data-testid=stRadioOption], [data-testid=stCheckbox] label)')]
  .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 44)
  .map((each) => each.outerHTML.slice(0, 120))"""


def low(page: Page) -> list[str]:
    """What can be pressed on the page and is lower than a thumb wants it."""
    return list(page.evaluate(LOW))


LOOKS_SO = """([narrow, scheme]) => {
  const paper = getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor
  const bar = document.querySelector('[data-testid=stSidebar]')
  return parseInt(paper.match(/\\d+/)) < 128 === (scheme === 'dark')
    && (!bar || bar.dataset.collapsed === String(narrow))
}"""


def looks(page: Page, wanted: Sequence[Look] = LOOKS) -> Iterator[str]:
    """Show an open page in each look in turn, the one it has first."""
    for viewport, scheme in sorted(wanted, key=lambda look: look[0] != page.viewport_size):
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(LOOKS_SO, arg=[viewport["width"] < 768, scheme], polling=OFTEN)
        settled(page)
        yield f"{viewport['width']} wide, {scheme}"


def flaws(page: Page, *, controls: bool = False, within: Within = INSIDE) -> list[str]:
    """What is wrong with an open page: barriers, scrolling sideways, faint `controls` on demand.

    Only what is still there when the page has taken on all of its look.
    """
    for _ in range(5):
        found = [*barriers(page, within).splitlines(), *["scrolls sideways"] * too_wide(page)]
        found += faint(page) if controls else []
        if not found:
            break
        page.wait_for_timeout(300)
    return found


def flaws_in_looks(page: Page, wanted: Sequence[Look], within: Within = INSIDE) -> list[str]:
    """What is wrong with an open page in any of these looks. Pages are looked at in all of them; of
    what happens on a page each thing is looked at in one, the looks in turn.
    """
    return [
        f"{look}: {each}" for look in looks(page, wanted) for each in flaws(page, within=within)
    ]
