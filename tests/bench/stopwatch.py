"""Times a click inside the browser, and the work of a server's process."""

import time
from pathlib import Path

from playwright.sync_api import Page

CLICK = """([button, sign]) => new Promise((done) => {
  const root = document.querySelector('[data-testid=stApp]')
  const mark = () => [...document.querySelectorAll(sign)].map((e) =>
    e.dataset.place ?? e.textContent).join('|')
  const before = mark()
  const watch = new MutationObserver(() => {
    const now = mark()
    if (now && now !== before) { watch.disconnect(); done(performance.now() - start) }
  })
  watch.observe(root, {childList: true, subtree: true, characterData: true, attributes: true})
  const start = performance.now()
  document.querySelector(button).click()
})"""


CHART = """() => {
  const drawn = () => [...document.querySelectorAll(
    '.js-plotly-plot .scatterlayer path.js-line, .js-plotly-plot .yaxislayer-above text')]
    .map((e) => e.getAttribute('d') ?? e.textContent).join('|')
  const before = drawn()
  window.redrawn = new Promise((done) => {
    let start
    addEventListener('keydown', () => { start = performance.now() }, {once: true, capture: true})
    const watch = new MutationObserver(() => {
      const now = drawn()
      if (now && now !== before) { watch.disconnect(); done(performance.now() - start) }
    })
    watch.observe(document.body,
      {childList: true, subtree: true, characterData: true, attributes: true})
  })
}"""


def slide(page: Page, slider: str, key: str) -> float:
    """Milliseconds from a key on the slider of that name until the Plotly chart has changed."""
    page.get_by_role("slider", name=slider).first.focus()
    page.evaluate(CHART)
    page.keyboard.press(key)
    return float(page.evaluate("() => window.redrawn"))


def click(page: Page, button: str, sign: str) -> float:
    """Milliseconds from a click on `button` until what `sign` selects has changed in the page."""
    return float(page.evaluate(CLICK, [button, sign]))


def cpu(pid: int) -> float:
    """Milliseconds of processor time that a process and its threads have used so far (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 10.0


def rest(pid: int) -> None:
    """Wait until the server has been idle for a moment, so that its work is counted in full."""
    before = cpu(pid)
    while True:
        time.sleep(0.15)
        now = cpu(pid)
        if now - before < 10:
            return
        before = now
