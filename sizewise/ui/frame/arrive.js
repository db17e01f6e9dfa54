// Streamlit keeps the scroll position when a page changes its content. A reader who turns a page
// expects its top, and a screen reader its heading.
export default function (component) {
  const { selector, place, within } = component.data
  const kept = within ? component.parentElement : window
  const before = kept.__sizewisePlace
  kept.__sizewisePlace = place
  if (before === undefined || before === place) return
  requestAnimationFrame(() => {
    const heading = document.querySelector(selector)
    const main = document.querySelector('[data-testid=stMain]')
    if (within) heading?.scrollIntoView({ block: 'nearest' })
    else main?.scrollTo({ top: 0 })
    if (!heading) return
    heading.setAttribute('tabindex', '-1')
    heading.focus({ preventScroll: true })
  })
}
