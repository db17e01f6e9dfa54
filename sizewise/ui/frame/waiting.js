// Says at once that a press was heard. What was pressed is marked from the moment its message leaves
// for the server until the answer is drawn; a bar at the top of the page runs when that takes longer.
// So it is for every button and link of the app, and for those that somebody adds. Whoever waits for
// an answer too hears `sizewise-answered` from the document.
const PRESSED = 'button, a[href], [role=button], [role=radio], [role=option], [role=tab], label, summary'
const HEARD = 150 // milliseconds in which a press sends its message; more where the page itself is at work
const SILENCE = 100 // after the last message of an answer
const SLOW = 2000 // by which the server may be later with the second of two presses than with the first
const LOST = 20000 // after which nobody waits any more

const patch = () => {
  const own = { sent: () => {}, heard: () => {} }
  const known = new WeakSet()
  const send = WebSocket.prototype.send
  WebSocket.prototype.send = function (...message) {
    if (!known.has(this)) this.addEventListener('message', () => own.heard())
    known.add(this)
    own.sent()
    return send.apply(this, message)
  }
  return own
}

export default function () {
  const app = document.querySelector('[data-testid=stApp]')
  const page = document.documentElement
  let pressed = null, fresh = false, waits = false, silence, lost, told, past
  let first, last, trip // when the first and the last press left, and how long an answer took
  const press = (event) => {
    if (event.type === 'keydown' && !(event.isTrusted && ['Enter', ' '].includes(event.key))) return
    pressed = event.target.closest?.(PRESSED) ?? event.target
    fresh = true
    clearTimeout(past)
    past = setTimeout(() => { fresh = false }, HEARD)
  }
  const wait = () => {
    if (!fresh) return
    fresh = false
    last = performance.now()
    if (!waits) [first, trip] = [last, undefined]
    waits = true
    pressed?.setAttribute?.('data-waiting', '')
    page.dataset.waits = ''
    clearTimeout(told)
    clearTimeout(lost)
    lost = setTimeout(answered, LOST)
  }
  const rest = () => {
    waits = false
    clearTimeout(lost)
    clearTimeout(silence)
    delete page.dataset.waits
    for (const each of document.querySelectorAll('[data-waiting]')) each.removeAttribute('data-waiting')
  }
  // The page does not tell of a run that begins and ends between two of its pictures.
  const heard = () => {
    clearTimeout(silence)
    if (!waits) return
    trip ??= performance.now() - first
    silence = setTimeout(() => app?.dataset.testScriptState !== 'notRunning' ? heard() : ended(), SILENCE)
  }
  // What was heard may answer an earlier press than the last, whose answer has as far to come, and
  // may take the server longer: whoever waits to hear of it hears of it late rather than too soon.
  const ended = () => {
    const left = last > first ? last + 2 * trip - performance.now() : 0
    if (left > 0) silence = setTimeout(ended, left)
    else answered()
  }
  const answered = () => {
    rest()
    told = setTimeout(() => document.dispatchEvent(new Event('sizewise-answered')), last > first ? SLOW : 0)
  }

  try {
    window.__sizewiseSent ??= patch()
  } catch {
    return // a browser that lets nobody see what is sent
  }
  Object.assign(window.__sizewiseSent, { sent: wait, heard })
  document.addEventListener('click', press, true)
  document.addEventListener('keydown', press, true)
  addEventListener('beforeunload', wait) // a link that loads a page anew
  addEventListener('pageshow', rest)
  return () => {
    rest()
    Object.assign(window.__sizewiseSent, { sent: () => {}, heard: () => {} })
    document.removeEventListener('click', press, true)
    document.removeEventListener('keydown', press, true)
    removeEventListener('beforeunload', wait)
    removeEventListener('pageshow', rest)
  }
}
