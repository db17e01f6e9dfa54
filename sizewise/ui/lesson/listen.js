// Reads what is on the page aloud, sentence by sentence, with a voice that lives on this computer:
// others would send the text away, and fail without a network. A pause ends the sentence, and going
// on begins it again, which works where a browser's own pause does not.
export default function (component) {
  const bar = component.parentElement.querySelector('.listen')
  const synth = window.speechSynthesis
  if (!synth) return undefined
  const turn = bar.querySelector('[data-deed=turn]'), end = bar.querySelector('[data-deed=stop]')
  const told = bar.querySelector('[role=status]')
  const wish = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--comfort-${name}`).trim()

  const voice = () => {
    const own = synth.getVoices().filter((each) => each.localService && /^en\b/i.test(each.lang))
    return own.find((each) => each.default) || own[0]
  }
  const offer = () => { bar.hidden = !voice() }

  const TEXT = '[data-testid=stHeading] :is(h1, h2, h3), [data-testid=stMarkdown] :is(p, li), ' +
    '.prose :is(p, li, h3, h4, td, th, pre), .goals :is(h2, li), .myth :is(h3, p), .lede'
  const words = (element) => {
    const copy = element.cloneNode(true)
    for (const each of copy.querySelectorAll('.note, [aria-hidden=true], ul, ol')) each.remove()
    return copy.textContent.replace(/\s+/g, ' ').trim()
  }
  const sentences = () => [...document.querySelectorAll('.st-key-read')].flatMap((read) =>
    [...read.querySelectorAll(TEXT)]
      .filter((each) => each.checkVisibility() && !each.closest('.note') && !(each.matches('p') && each.parentElement.closest('li')))
      .flatMap((element) => words(element).split(/(?<=[.!?])\s+(?=\S)/).filter(Boolean).map((text) => ({ element, text }))))

  let list = [], at = 0, state = 'idle', run = 0
  const mark = (element) => {
    for (const each of document.querySelectorAll('.being-read')) each.classList.remove('being-read')
    if (!element) return
    element.classList.add('being-read')
    element.scrollIntoView({ block: 'nearest' })
  }
  const show = (next, said) => {
    state = next
    turn.textContent = { idle: 'Listen', speaking: 'Pause', paused: 'Go on' }[next]
    end.hidden = next === 'idle'
    bar.dataset.state = next
    told.textContent = said
  }
  const speak = () => {
    const mine = ++run, piece = list[at]
    if (!piece) return quiet('The end.')
    mark(piece.element)
    const said = new SpeechSynthesisUtterance(piece.text)
    said.voice = voice() || null
    said.lang = said.voice?.lang || 'en'
    said.rate = Number(wish('voice')) || 1
    said.onend = () => { if (mine === run) { at += 1; speak() } }
    said.onerror = () => { if (mine === run) quiet('The voice stopped.') }
    synth.speak(said)
    return undefined
  }
  const hush = () => { run += 1; synth.cancel() }
  const quiet = (said = '') => { hush(); mark(); at = 0; show('idle', said) }
  const deeds = {
    turn: () => {
      if (state === 'speaking') { hush(); show('paused', ''); return }
      if (state === 'idle') { list = sentences(); at = 0 }
      hush()
      show('speaking', '')
      speak()
    },
    stop: () => { quiet(''); turn.focus() },
  }

  const onClick = (event) => deeds[event.target.closest('button')?.dataset.deed]?.()
  const leave = () => { if (state !== 'idle') quiet() }
  offer()
  if (state === 'idle') show('idle', '')
  bar.addEventListener('click', onClick)
  synth.addEventListener?.('voiceschanged', offer)
  addEventListener('pagehide', leave)
  return () => {
    leave()
    bar.removeEventListener('click', onClick)
    synth.removeEventListener?.('voiceschanged', offer)
    removeEventListener('pagehide', leave)
  }
}
