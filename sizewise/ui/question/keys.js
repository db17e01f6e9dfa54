// Comfort for a question: keys 1-9 choose, Enter presses the one button, and focus follows what
// has changed. Without this file the quiz works with mouse, Tab and Space. A learner may switch the
// keys off (ui/comfort); focus follows all the same.
export default function () {
  const quiz = () => document.querySelector('.st-key-quiz')
  const typing = 'textarea, select, [contenteditable=true], input:not([type=radio]):not([type=checkbox])'

  const choose = (event) => {
    const box = quiz().querySelectorAll('input[type=radio], input[type=checkbox]')[event.key - 1]
    if (!box || !box.closest('label').checkVisibility()) return
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
  const wish = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--comfort-${name}`).trim()
  const onKey = (event) => {
    if (!quiz() || wish('shortcuts') === 'off') return
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.key === 'Enter') press(event)
    else if (/^[1-9]$/.test(event.key) && !event.target.matches(typing)) choose(event)
  }
  const onClick = (event) => {
    if (event.detail > 1 && event.target.closest('.st-key-go')) event.stopPropagation() // a double click
    const link = event.target.closest('.qz-again a')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault() // Streamlit opens the page itself, as for the Back button
    history.pushState({}, '', link.href)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }

  const place = () => document.querySelector('.st-key-quiz [data-place]')
  const arrive = (target) => {
    target.focus({ preventScroll: true })
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches || wish('motion') === 'off'
    const verdict = target.closest('.qz-verdict')
    if (verdict) verdict.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' })
    else document.querySelector('[data-testid=stMain]')?.scrollTo({ top: 0 })
  }
  let here = place()?.dataset.place
  const follow = () => {
    const target = place()
    if (!target || target.dataset.place === here) return
    here = target.dataset.place
    requestAnimationFrame(() => arrive(target)) // first the picture, then the focus
  }

  document.body.classList.add('with-keys') // lets the button show its key
  const changes = new MutationObserver(follow)
  changes.observe(document.querySelector('[data-testid=stMain]') || document.body, { childList: true, subtree: true })
  document.addEventListener('keydown', onKey, true)
  document.addEventListener('click', onClick, true)
  return () => {
    changes.disconnect()
    document.body.classList.remove('with-keys')
    document.removeEventListener('keydown', onKey, true)
    document.removeEventListener('click', onClick, true)
  }
}
