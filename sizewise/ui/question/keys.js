// Comfort for a question: keys 1-9 choose, S, T and G say how sure one is, arrows move a step, Enter
// presses the one button, and focus follows what has changed. Without this file the quiz works with
// mouse, Tab and Space. A learner may switch the keys off (ui/comfort); focus follows all the same.
export default function () {
  const quiz = () => document.querySelector('.st-key-quiz')
  const typing = 'textarea, select, [contenteditable=true], input:not([type=radio]):not([type=checkbox])'

  const choose = (event) => {
    const box = quiz().querySelectorAll('input[type=radio], input[type=checkbox]')[event.key - 1]
    if (box && !box.closest('label').checkVisibility()) return
    box?.click()
    const place = box || place_of(event.key - 1)
    if (!place) return
    place.focus()
    event.preventDefault()
  }
  const place_of = (at) => // a step to move, or a box to choose in
    quiz().querySelector(`.st-key-step_${at} button:not(:disabled)`) ||
    quiz().querySelectorAll('.st-key-pairs input')[at]
  const say = (event) => {
    const sure = quiz().querySelectorAll('[class*=st-key-sure_] button')['stg'.indexOf(event.key.toLowerCase())]
    if (!sure?.checkVisibility()) return
    sure.click()
    event.preventDefault()
  }
  // A step that moves takes the focus along: its two buttons are drawn anew where it went.
  const row_of = (button) => button?.closest('[class*="st-key-step_"]')
  const named = (button) => button?.closest('[class*="st-key-up_"], [class*="st-key-down_"]')?.className.match(/st-key-(?:up|down)_\S+/)[0]
  let moving = null
  const move = (event) => {
    const way = event.key === 'ArrowUp' ? 'up' : 'down'
    const button = row_of(event.target)?.querySelector(`[class*="st-key-${way}_"] button`)
    if (!button) return
    event.preventDefault()
    if (!moving) button.click()
  }
  const begin_move = (button) => {
    if (row_of(button)) moving = { name: named(button), from: row_of(button) }
  }
  const land = () => {
    const other = moving.name.includes('-up_') ? moving.name.replace('-up_', '-down_') : moving.name.replace('-down_', '-up_')
    const [button, turned] = [moving.name, other].map((name) => quiz()?.querySelector(`.${CSS.escape(name)} button`))
    if (!button || row_of(button) === moving.from) return
    moving = null
    requestAnimationFrame(() => (button.disabled ? turned : button).focus())
  }
  const press = (event) => {
    const button = quiz().querySelector('.st-key-go button')
    const elsewhere = event.target !== document.body && !quiz().contains(event.target)
    if (!button || elsewhere) return
    if (event.repeat) event.preventDefault() // a key held down must not skip questions
    else if (!event.target.closest('a, button:not([role=radio]), summary, [aria-expanded=true], [role=combobox][value=""]')) {
      button.focus() // leaving a text box hands its value over
      button.click()
      event.preventDefault()
      if (event.target.closest('[role=radio]')) event.stopPropagation() // it would turn over again
    }
  }
  const wish = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--comfort-${name}`).trim()
  const onKey = (event) => {
    if (!quiz() || wish('shortcuts') === 'off') return
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.key === 'Enter') press(event)
    else if (/^Arrow(Up|Down)$/.test(event.key)) move(event)
    else if (event.target.matches(typing)) return
    else if (/^[1-9]$/.test(event.key)) choose(event)
    else if (/^[stg]$/i.test(event.key)) say(event)
  }
  // The focus goes to the hint that comes: its button may be gone with the last one.
  const hints = () => document.querySelectorAll('.st-key-quiz .qz-hints li')
  let hinted = null // how many there were when the next was asked for
  const show_hint = () => {
    const now = hints()
    if (now.length <= hinted) return
    hinted = null
    const left = document.activeElement
    if (left === document.body || left.closest('.st-key-hint')) requestAnimationFrame(() => [...hints()].at(-1)?.focus())
  }
  const onClick = (event) => {
    if (event.target.closest('.st-key-hint button')) hinted = hints().length
    begin_move(event.target.closest('.st-key-steps button'))
    if (event.detail > 1 && event.target.closest('.st-key-go')) event.stopPropagation() // a double click
    const link = event.target.closest('.qz-again a')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault() // Streamlit opens the page itself, as for the Back button
    history.pushState({}, '', link.href)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }
  // A list closes when the page moves: a tap must open it where it stands.
  const onDown = (event) => event.target.closest('.st-key-pairs input')?.focus({ preventScroll: true })

  const place = () => document.querySelector('.st-key-quiz [data-place]')
  const arrive = () => {
    const target = place() // the server may have drawn it again meanwhile
    if (!target) return
    reached = target
    target.focus({ preventScroll: true })
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches || wish('motion') === 'off'
    const verdict = target.closest('.qz-verdict')
    if (verdict) verdict.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' })
    else document.querySelector('[data-testid=stMain]')?.scrollTo({ top: 0 })
  }
  let here = place()?.dataset.place
  let reached = null // what the focus was moved to
  const follow = () => {
    if (moving) land()
    if (hinted !== null) show_hint()
    const target = place()
    if (!target) return
    const was = here
    here = target.dataset.place
    if (here === was) stay(target)
    else if (was?.replace(/told$/, 'asked') === here) quiz().querySelector('.st-key-go button')?.focus()
    else requestAnimationFrame(arrive) // first the picture, then the focus
    if (here !== was) moving = hinted = null
  }
  // The same words may be drawn again, as when the server confirms them: the focus stays on them.
  const stay = (target) => {
    if (!reached || reached.isConnected) return
    reached = target
    if (document.activeElement === document.body) target.focus({ preventScroll: true })
  }

  document.body.dataset.withKeys = '' // lets the button show its key
  const changes = new MutationObserver(follow)
  changes.observe(document.querySelector('[data-testid=stMain]') || document.body, { childList: true, subtree: true })
  document.addEventListener('keydown', onKey, true)
  document.addEventListener('click', onClick, true)
  document.addEventListener('pointerdown', onDown, true)
  return () => {
    changes.disconnect()
    delete document.body.dataset.withKeys
    document.removeEventListener('keydown', onKey, true)
    document.removeEventListener('click', onClick, true)
    document.removeEventListener('pointerdown', onDown, true)
  }
}
