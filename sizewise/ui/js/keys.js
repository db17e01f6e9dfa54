// Comfort for a question: keys 1-9 choose, Enter presses the one button, and focus follows what
// has changed. Without this file the quiz works with mouse, Tab and Space.
export default function (component) {
  const host = component.parentElement
  const { place } = component.data
  const quiz = () => document.querySelector('.st-key-quiz')
  const typing = 'textarea, select, [contenteditable=true], input:not([type=radio]):not([type=checkbox])'

  const choose = (event) => {
    const box = quiz().querySelectorAll('[class*=st-key-cards] input')[event.key - 1]
    if (!box) return
    box.click()
    box.focus()
    event.preventDefault()
  }
  const press = (event) => {
    const button = quiz().querySelector('.st-key-go button')
    const elsewhere = event.target !== document.body && !quiz().contains(event.target)
    if (!button || elsewhere) return
    if (event.repeat) event.preventDefault() // a key held down must not skip questions
    else if (!event.target.closest('a, button, summary')) {
      button.focus() // leaving a text box hands its value over
      button.click()
      event.preventDefault()
    }
  }
  const onKey = (event) => {
    if (!quiz() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.key === 'Enter') press(event)
    else if (/^[1-9]$/.test(event.key) && !event.target.matches(typing)) choose(event)
  }
  const onClick = (event) => { // the second half of a double click
    if (event.detail > 1 && event.target.closest('.st-key-go')) event.stopPropagation()
  }

  const arrive = (frames) => {
    const target = document.querySelector(`[data-place="${place}"]`)
    if (!target && frames) return requestAnimationFrame(() => arrive(frames - 1))
    if (!target) return
    target.focus({ preventScroll: true })
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    const verdict = target.closest('.qz-verdict')
    if (verdict) verdict.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' })
    else document.querySelector('[data-testid=stMain]')?.scrollTo({ top: 0 })
  }
  const before = window.__sizewiseQuestion
  window.__sizewiseQuestion = place
  if (before !== undefined && before !== place) arrive(30)

  const mark = host.querySelector('span')
  if (mark) mark.dataset.keys = ''
  document.addEventListener('keydown', onKey, true)
  document.addEventListener('click', onClick, true)
  return () => {
    document.removeEventListener('keydown', onKey, true)
    document.removeEventListener('click', onClick, true)
  }
}
