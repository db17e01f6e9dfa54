// Reads what is typed in a field for a number, before Streamlit does. Streamlit's browser part cuts a
// text at the first sign that is no digit, and the browser keeps signs out of such a field without a
// word: 1e3 and 1.000 counted as 1. So the field becomes one for text, in which a number is told by its
// shape, whatever the browser's language; what cannot be told is refused with a sentence, and the
// number that counted before stays. Arrows, bounds and name of the field are Streamlit's own.
// Python reads groups in fields for text alike: ground/typed.py.
const FIELD = '[data-testid=stNumberInput] input'
const LEAVING = ['Enter', 'Tab', 'ArrowUp', 'ArrowDown'] // keys at which Streamlit takes the number
const WIDE = /[！-～]/g // digits and signs as East Asian keyboards write them

const PLAIN = /^(\d+\.?\d*|\.\d+)(e[-+]?\d{1,2})?$/i
const GROUPS = /^[1-9]\d{0,2}([, '’])\d{3}(\1\d{3})*(\.\d*)?$/ // 1,200.50
const POINTS = /^[1-9]\d{0,2}(\.\d{3})+,\d+$|^[1-9]\d{0,2}(\.\d{3}){2,}$/ // 1.200,50
const COMMA = /^\d+(([ '’])\d{3}(\2\d{3})*)?,\d+$/ // 1 200,50
const THOUSANDS = /^[1-9]\d{0,2}([,. '’])\d{3}(\1\d{3})*$/ // of whole numbers: 1.200 too
const OPEN = /[,.]\d{3,}$/ // of whole numbers what may be thousands or a part of one: 1,0000

const size = (text, whole) => {
  if (whole && THOUSANDS.test(text)) return Number(text.replace(/[,. '’]/g, ''))
  if (whole && OPEN.test(text)) return NaN
  if (GROUPS.test(text)) return Number(text.replace(/[, '’]/g, ''))
  if (POINTS.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  if (COMMA.test(text)) return Number(text.replace(/[ '’]/g, '').replace(',', '.'))
  return PLAIN.test(text) ? Number(text) : NaN
}
const read = (typed, whole) => {
  const narrow = typed.replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  const text = narrow.replace(/\p{Cf}/gu, '').replace(/\s+/g, ' ').trim().replace('−', '-')
  const [, sign, unsigned] = /^([-+]?) ?(.*)$/.exec(text)
  return (sign === '-' ? -1 : 1) * size(unsigned, whole)
}

const readNumbers = (data) => {
  const whole = (field) => field.matches(data.numbers)
  const here = (target) => target?.matches?.(FIELD) ? target : null

  const dress = () => {
    for (const field of document.querySelectorAll(`${FIELD}[type=number]`)) {
      field.type = 'text'
      const attributes = { inputmode: 'decimal', autocomplete: 'off', role: 'spinbutton', 'aria-valuemin': field.min, 'aria-valuemax': field.max }
      for (const name in attributes) field.setAttribute(name, attributes[name])
      keep(field)
    }
  }
  // Remembers the number that counts, for eyes and for screen readers.
  const keep = (field) => {
    const { value, min, max } = field
    if (!PLAIN.test(value.replace(/^-/, '')) || +value < +min || +value > +max) return
    field.dataset.kept = value
    field.setAttribute('aria-valuenow', +value)
  }

  // React watches the element's own setter, so the prototype's is called.
  const write = (field, text) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  // Whether what stands in the field is a number; if not, the one from before stands in it again.
  const settle = (field) => {
    const typed = field.value.trim(), asWhole = whole(field)
    const number = read(typed, asWhole)
    if (Number.isFinite(number) && (!asWhole || Number.isInteger(number))) {
      const asIs = asWhole ? /^-?\d+$/ : /^-?(\d+\.?\d*|\.\d+)$/
      if (!asIs.test(field.value)) write(field, asWhole ? String(BigInt(number)) : String(number))
      keep(field)
      return true
    }
    if (field.dataset.kept === undefined) return true // nothing stood in it, and nothing need to
    write(field, field.dataset.kept)
    say(field, refusal(typed, number))
    return false
  }
  const refusal = (typed, number) => {
    const short = typed.length > 20 ? `${typed.slice(0, 20)}…` : typed
    if (!typed) return 'This field needs a number.'
    const wrong = Number.isFinite(number) ? `“${short}” is not a whole number.` : `I cannot read “${short}” as a number.`
    return `${wrong} Type it in digits, such as 1500.`
  }

  let pressed = false // while something is pressed nothing may move away from below the pointer
  let held = null // a form whose button is pressed while no number stands in it
  const waiting = new Set()
  const say = (field, words) => {
    const told = document.createElement('p')
    told.className = 'unread'
    told.id = `unread-${field.id}`
    told.setAttribute('role', 'alert')
    told.textContent = `${words} ${field.dataset.kept} stays.`
    const show = () => {
      silence(field)
      field.setAttribute('aria-describedby', told.id)
      field.closest('[data-testid=stNumberInput]')?.append(told)
    }
    if (pressed) waiting.add(show)
    else show()
  }
  const silence = (field) => {
    const told = document.getElementById(`unread-${field.id}`)
    if (told) field.removeAttribute('aria-describedby')
    told?.remove()
  }

  const onFocus = ({ target }) => { if (here(target)) keep(target) }
  const onInput = ({ target }) => { if (here(target)) silence(target) }
  const onLeave = ({ target }) => { if (here(target)) settle(target) }
  const onKey = (event) => {
    const { key, target, isComposing } = event
    if (!here(target) || !LEAVING.includes(key) || isComposing) return
    if (!settle(target) && key === 'Enter') event.stopPropagation() // a form would go with the old number
    if (key.startsWith('Arrow')) setTimeout(keep, 0, target)
  }
  // Before the press, as a press that moves the focus by itself leaves React no time to hear of it.
  const onPress = ({ target }) => {
    pressed = true
    const field = here(document.activeElement)
    held = field && field !== target && !settle(field) ? field.closest('[data-testid=stForm]') : null
  }
  const onClick = (event) => {
    if (held?.contains(event.target)) event.stopPropagation()
    held = null
  }
  const onRelease = () => {
    pressed = false
    setTimeout(() => {
      for (const show of waiting) show()
      waiting.clear()
    })
  }

  dress()
  const fields = new MutationObserver((changes) => {
    dress()
    for (const { type, target } of changes) if (type === 'attributes' && here(target)) keep(target)
  })
  fields.observe(document.body, { childList: true, subtree: true, attributeFilter: ['value'] })
  const heard = { focusin: onFocus, input: onInput, focusout: onLeave, keydown: onKey, pointerdown: onPress, pointerup: onRelease, pointercancel: onRelease, click: onClick }
  for (const name in heard) document.addEventListener(name, heard[name], true)
  return () => {
    fields.disconnect()
    for (const name in heard) document.removeEventListener(name, heard[name], true)
  }
}
