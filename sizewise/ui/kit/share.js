// Takes a receipt along: copies the page's address, saves the receipt as a picture or as a table.
// All of it happens in the browser, from what is on the page; nothing is sent.
export default function (component) {
  const { receipt, csv, name, link: linked } = component.data
  const bar = component.parentElement.querySelector('.share')
  const told = bar.querySelector('[role=status]')
  const say = (words) => {
    told.textContent = words
    clearTimeout(bar.quiet)
    bar.quiet = setTimeout(() => { told.textContent = '' }, 4000)
  }

  const save = (blob, ending) => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = `${name}.${ending}`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 1000)
    say(`Saved ${link.download}`)
  }

  // A page that came over plain http from another machine has no clipboard: select and copy.
  const copyOld = (text) => {
    const box = document.createElement('textarea')
    box.value = text
    box.style.position = 'fixed'
    document.body.append(box)
    box.select()
    const done = document.execCommand('copy')
    box.remove()
    return done
  }
  const link = async () => {
    let done
    try {
      await navigator.clipboard.writeText(location.href)
      done = true
    } catch { done = copyOld(location.href) }
    say(done ? 'Link copied' : 'Copy the address of this page')
  }
  const table = () => save(new Blob(['\ufeff', csv], { type: 'text/csv;charset=utf-8' }), 'csv')

  const WIDE = 440, EDGE = 28, INK = '#1b1b2f', SOFT = '#5b5b6b', SCALE = 2
  const family = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
  const MONO = family('--st-code-font') || 'monospace', HEAD = family('--st-heading-font') || 'sans-serif'

  const folded = (pen, text, room) => text.split(/\s+/).reduce((lines, word) => {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (lines.at(-1) && pen.measureText(longer).width > room) lines.push(word)
    else lines[lines.length - 1] = longer
    return lines
  }, [''])
  const text = (each) => each?.textContent.trim() ?? ''

  // Each piece of the receipt draws itself at a height and gives the next height.
  const prose = (words, font, step, colour = SOFT) => (pen, y) => {
    pen.font = font
    pen.fillStyle = colour
    pen.textAlign = 'left'
    for (const line of folded(pen, words, WIDE - 2 * EDGE)) pen.fillText(line, EDGE, y += step)
    return y
  }
  const dashes = (pen, from, to, y, pattern) => {
    pen.strokeStyle = SOFT
    pen.lineWidth = 1.2
    pen.setLineDash(pattern)
    pen.beginPath()
    pen.moveTo(from, y)
    pen.lineTo(to, y)
    pen.stroke()
  }
  const gap = (pen, y) => y + 8
  const rule = (pen, y) => {
    dashes(pen, EDGE, WIDE - EDGE, y + 18, [7, 5])
    return y + 20
  }
  const entry = (label, value, kind) => (pen, y) => {
    const size = { tot: 22, long: 17, s: 13 }[kind] ?? 15
    pen.font = `${kind === 's' ? 400 : 600} ${size}px ${MONO}`
    pen.fillStyle = kind === 's' ? SOFT : INK
    const base = y + size * 1.6
    pen.textAlign = 'left'
    pen.fillText(label, EDGE, base)
    pen.textAlign = 'right'
    pen.fillText(value, WIDE - EDGE, base)
    const from = EDGE + pen.measureText(label).width + 8, to = WIDE - EDGE - pen.measureText(value).width - 8
    if (to > from) dashes(pen, from, to, base - 3, [1.5, 4])
    return base
  }

  const pieces = (slip) => {
    const found = [prose(text(slip.querySelector('h2, h3')), `700 20px ${HEAD}`, 26, INK)]
    const small = (each) => each && found.push(prose(text(each), `400 12.5px ${MONO}`, 18))
    small(slip.querySelector('.sub'))
    for (const item of slip.querySelectorAll('.rls > li')) {
      const row = item.querySelector('.rl')
      if (item.matches('.rule')) found.push(rule)
      if (!row) continue
      const kind = ['long', 'tot', 's'].find((one) => row.classList.contains(one))
      found.push(entry(text(row.querySelector('span')), text(row.querySelector('b')), kind))
      small(item.querySelector('.rn'))
    }
    found.push(gap)
    for (const note of slip.querySelectorAll('.rc-note')) {
      small(note)
      found.push(gap)
    }
    for (const each of slip.querySelectorAll('.pill, .stamp, .from > span:not(.stamp)')) small(each)
    found.push(gap, prose('Made with Sizewise', `400 12.5px ${MONO}`, 18))
    return found
  }
  const draw = (pen, slip) => pieces(slip).reduce((y, piece) => piece(pen, y), 14) + 26
  const paper = (pen, high) => {
    pen.fillStyle = '#ffffff'
    pen.beginPath()
    pen.moveTo(0, 0)
    pen.lineTo(WIDE, 0)
    for (let x = WIDE; x >= 0; x -= 10) pen.lineTo(x, high - (x / 10 % 2 ? 9 : 0))
    pen.fill()
  }
  const picture = async () => {
    const slip = document.querySelector(`${receipt} .rc`)
    if (!slip) return say('There is no receipt to save')
    await Promise.all([MONO, HEAD].map((one) => document.fonts.load(`600 15px ${one}`)))
    const canvas = document.createElement('canvas')
    canvas.width = WIDE * SCALE
    canvas.height = 10
    const high = draw(canvas.getContext('2d'), slip) // once to measure, once to keep
    canvas.height = high * SCALE
    const pen = canvas.getContext('2d')
    pen.scale(SCALE, SCALE)
    paper(pen, high)
    draw(pen, slip)
    canvas.toBlob((blob) => save(blob, 'png'))
  }

  const deeds = { link, picture, table }
  bar.querySelector('[data-deed=link]').hidden = !linked
  bar.querySelector('[data-deed=picture]').hidden = !receipt
  bar.querySelector('[data-deed=table]').hidden = !csv
  const onClick = (event) => deeds[event.target.closest('button')?.dataset.deed]?.()
  bar.addEventListener('click', onClick)
  return () => bar.removeEventListener('click', onClick)
}
