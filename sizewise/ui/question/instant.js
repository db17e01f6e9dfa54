// Shows the verdict at the press of Check, in the words that the question carries, while the answer
// is on its way to the record. What the server draws then takes its place, in the same words; when
// it refuses the answer, or cannot be reached, the question comes back with its choice. Without this
// file the verdict comes from the server alone.
const listen = (pause) => {
  const app = document.querySelector('[data-testid=stApp]')
  const quiz = () => document.querySelector('.st-key-quiz')
  const go = () => quiz()?.querySelector('.st-key-go button')
  const place = () => quiz()?.querySelector('[data-place]')?.dataset.place
  const carried = () => JSON.parse(quiz()?.querySelector('[data-told]')?.dataset.told ?? 'null')
  const isSoonAfter = (moment) => performance.now() - moment < pause
  let here = place(), since = performance.now()
  let shown = null // the box that holds the words, what stood there, what stands there now
  let at = -Infinity, drawn = -Infinity // when the verdict was shown, and when the server drew it
  let held = false // whether a press waits

  const words = (told) => {
    const picked = [...quiz().querySelectorAll('[class*="st-key-pick_"] input[type=radio]')].findIndex((each) => each.checked)
    const sheet = document.createElement('template')
    sheet.innerHTML = told.words[picked] ?? ''
    const sure = quiz().querySelector('[class*=st-key-sure_] button')?.getAttribute('aria-checked') === 'true'
    if (!sure) sheet.content.querySelector('.qz-sure')?.remove()
    return [...sheet.content.childNodes]
  }
  const show = () => {
    // The server takes an earlier press for the second half of a double click.
    const told = carried()
    if (told?.place !== place() || isSoonAfter(since) || app?.dataset.testConnectionState !== 'CONNECTED') return
    if (quiz().querySelector('.st-key-hint [data-waiting]')) return // what it costs is not in the words yet
    const now = words(told)
    const box = quiz().querySelector('.qz-head')?.parentElement
    if (!now.length || !box) return
    shown = { box, before: [...box.childNodes], now }
    at = performance.now()
    box.replaceChildren(...now)
  }
  const takeBack = () => {
    shown.box.replaceChildren(...shown.before)
    shown = null
    held = false
  }
  // A verdict that is there at once is soon read, and the next press may come before the server has
  // drawn it, or so soon after that it would take it for a double click: until then it waits.
  const hold = (event) => {
    event.stopPropagation()
    if (held || isSoonAfter(at)) return
    held = true
    go().setAttribute('data-waiting', '')
    if (!shown) release()
  }
  const release = () => setTimeout(() => {
    held = false
    go()?.click()
  }, Math.max(0, drawn + pause - performance.now()))

  const press = (event) => {
    const button = event.target.closest('.st-key-go button')
    if (!button || button.disabled || event.detail > 1) return
    if (shown || (at > -Infinity && isSoonAfter(drawn))) hold(event)
    else show()
  }
  const follow = () => {
    if (shown && !(shown.box.isConnected && shown.box.contains(shown.now[0]))) {
      shown = null
      drawn = performance.now()
      if (held) release()
    }
    if (shown && quiz()?.querySelector('.st-key-qnotice')) takeBack()
    if (shown || place() === here) return
    here = place()
    since = performance.now()
  }
  const refused = () => { if (shown) takeBack() } // it has answered, and drawn no verdict
  const cut = () => { if (shown && app.dataset.testConnectionState !== 'CONNECTED') takeBack() }

  const changes = new MutationObserver(follow)
  changes.observe(document.querySelector('[data-testid=stMain]') || document.body, { childList: true, subtree: true })
  const connection = new MutationObserver(cut)
  if (app) connection.observe(app, { attributes: true, attributeFilter: ['data-test-connection-state'] })
  document.addEventListener('click', press, true)
  document.addEventListener('sizewise-answered', refused)
  return () => {
    changes.disconnect()
    connection.disconnect()
    document.removeEventListener('click', press, true)
    document.removeEventListener('sizewise-answered', refused)
  }
}

export default function ({ data, parentElement }) {
  parentElement.stopInstant ??= listen(data.pause)
  return () => {
    parentElement.stopInstant?.()
    delete parentElement.stopInstant
  }
}
