// Hands a text or a whole number over while it is typed: after a moment of rest it presses the keys by
// which Streamlit takes what stands in the field. The field itself is not touched: caret and undo stay,
// and an answer of the server never takes the place of what was typed since. While an input method
// composes a character, and while the server still counts, the text waits.
export default function ({ data }) {
  const app = document.querySelector('[data-testid=stApp]')
  const ENTER = { key: 'Enter', bubbles: true, cancelable: true }
  let timer, composing = null // the field in which a character is composed; it may be gone since

  // A long text takes long to send and to redraw: it waits until nobody is likely to type meanwhile.
  const longer = ({ length }) => Math.min(1000, Math.max(0, length - 2000) / 20)
  const busy = () => app && app.dataset.testScriptState !== 'notRunning'
  const hand = (field) => {
    if (composing === field || !field.isConnected) return
    if (busy()) timer = setTimeout(hand, 20, field)
    else field.dispatchEvent(new KeyboardEvent('keydown', { ...ENTER, ctrlKey: field.tagName === 'TEXTAREA' }))
  }
  // Half a number, one out of bounds and one that Streamlit would write otherwise wait for Enter, and
  // in a form Enter would press its button.
  const counts = ({ value, min, max }) => /^(0|-?[1-9]\d*)$/.test(value) && +min <= +value && +value <= +max
  const patience = (field) => {
    if (field.closest?.('[class*="st-key-live_"]')) return data.rest + longer(field.value)
    const number = field.matches?.(data.numbers) && !field.closest('[data-testid=stForm]')
    return number && counts(field) ? data.number_rest : undefined
  }
  const rest = ({ target }) => {
    if (composing === target) return
    const wait = patience(target)
    clearTimeout(timer)
    if (wait !== undefined) timer = setTimeout(hand, wait, target)
  }
  const begin = ({ target }) => { composing = target; clearTimeout(timer) }
  const end = (event) => { composing = null; rest(event) }

  const stopReading = readNumbers(data) // number_field.js, which stands above
  document.documentElement.dataset.countsLive = '' // no field need say how to hand its text over
  const heard = { input: rest, compositionstart: begin, compositionend: end }
  for (const name in heard) document.addEventListener(name, heard[name])
  return () => {
    clearTimeout(timer)
    stopReading()
    delete document.documentElement.dataset.countsLive
    for (const name in heard) document.removeEventListener(name, heard[name])
  }
}
