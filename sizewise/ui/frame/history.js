// One entry of the browser's history a step. Streamlit makes an entry of every address it is told,
// and a page completes its address before it is drawn. Here the first address after a deed of the
// reader is an entry; what completes it, and what only follows typing, writes over the entry that is
// there. Without this file Back works too, and wants more presses.
const patch = () => {
  const own = { steps: {} }
  const push = history.pushState.bind(history)
  const replace = history.replaceState.bind(history)
  let met = null // the address at the reader's last deed, while no step has followed from it
  const deed = () => { met = location.href }
  document.addEventListener('click', deed, true)
  document.addEventListener('keydown', deed, true)
  addEventListener('popstate', () => { met = null })

  const changed = (was, is, name) => {
    const [old, now] = [was, is].map((each) => each.searchParams.get(name) ?? '')
    const step = own.steps[name] ?? 'change'
    return old !== now && (step === 'change' || (step === 'choice' && now !== ''))
  }
  history.pushState = (state, title, url) => {
    const was = new URL(location.href), is = new URL(url ?? '', was)
    const leaves = is.pathname !== was.pathname
    const names = [...was.searchParams.keys(), ...is.searchParams.keys()]
    if (met === null || !(leaves || names.some((name) => changed(was, is, name)))) {
      replace(state, title, url)
      return
    }
    // A button to another page empties the address first: give the entry that is left its own again.
    if (leaves && met !== was.href) replace(history.state, '', met)
    met = null
    push(state, title, url)
  }
  return own
}

export default function ({ data }) {
  const first = window.__sizewiseHistory === undefined
  try {
    window.__sizewiseHistory ??= patch()
  } catch {
    return // a browser that lets nobody touch its history
  }
  window.__sizewiseHistory.steps = JSON.parse(data.steps)
  if (first && data.address) history.replaceState(history.state, '', `?${data.address}${location.hash}`)
}
