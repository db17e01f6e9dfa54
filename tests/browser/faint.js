// What of the controls on the page cannot be seen well: less than 3 to 1 against what is behind it
// (WCAG 2.2, 1.4.11). A field, a box, a slider's way or thumb by its edge or filling; a button that has
// an edge or a filling by these, another by its words. axe looks at words alone.
() => {
  const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true })
  const rgba = (colour) => { pen.clearRect(0, 0, 1, 1); pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255] }
  const over = (top, under) => top.slice(0, 3).map((each, at) => each * top[3] + under[at] * (1 - top[3]))
  const up = (box) => box.parentElement ?? box.getRootNode().host ?? null
  const behind = (box) => { const layers = []; for (let at = box; at; at = up(at)) { const c = rgba(getComputedStyle(at).backgroundColor); if (c[3]) layers.push(c); if (c[3] === 1) break } return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255]) }
  const light = (c) => { const [r, g, b] = c.map((each) => { const v = each / 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4 }); return 0.2126 * r + 0.7152 * g + 0.0722 * b }
  const ratio = (a, b) => { const [low, high] = [light(a), light(b)].sort((x, y) => x - y); return (high + 0.05) / (low + 0.05) }
  const edge = (box) => {
    const style = getComputedStyle(box), ground = behind(up(box)), seen = []
    for (const side of ['Top', 'Right', 'Bottom', 'Left']) { const c = rgba(style[`border${side}Color`]); if (parseFloat(style[`border${side}Width`]) && c[3] && style[`border${side}Style`] !== 'none') seen.push(ratio(over(c, ground), ground)) }
    const ring = style.boxShadow.match(/^(rgba?\([^)]*\)|color\([^)]*\)|oklab\([^)]*\)).* ([1-9]\d*(\.\d+)?)px$/)
    if (ring) seen.push(ratio(over(rgba(ring[1]), ground), ground))
    const fill = rgba(style.backgroundColor); if (fill[3]) seen.push(ratio(over(fill, ground), ground))
    return { seen, text: ratio(over(rgba(style.color), ground), ground), bordered: seen.length > 0 }
  }
  const all = (root) => [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])])
  const shown = (box) => { const r = box.getBoundingClientRect(); return r.width > 3 && r.height > 3 && getComputedStyle(box).visibility === 'visible' && !box.closest('[aria-hidden=true]') && !box.matches(':disabled,[aria-disabled=true]') && !box.querySelector('input:disabled') }
  const FIELDS = ':is([data-testid=stTextInputRootElement],[data-testid=stTextAreaRootElement],[data-testid=stNumberInputContainer],[data-testid=stFileUploaderDropzone],:is([data-testid=stSelectbox],[data-testid=stMultiSelect]) [role=group],[data-testid=stDateInputField],[data-testid=stRadioOption] > div > div:not([data-testid]),[data-testid=stCheckbox] label > div:not([data-testid]),[data-testid=stSlider] [data-orientation] [data-orientation] > div:not([data-testid]))'
  const found = []
  for (const box of all(document)) {
    const field = box.matches(FIELDS), button = box.matches('button, [role=button], a[class*=button]')
    const slot = box.matches('input:not([type=hidden]),textarea,select') && !box.closest('[data-testid^=st]:is([data-testid=stTextInput],[data-testid=stTextArea],[data-testid=stNumberInput],[data-testid=stSelectbox],[data-testid=stMultiSelect],[data-testid=stDateInput],[data-testid=stRadio],[data-testid=stCheckbox],[data-testid=stFileUploader],[data-testid=stSlider],[data-testid=stChatInput],[data-testid=stButtonGroup])')
    if (!(field || button || slot) || !shown(box)) continue
    const { seen, text, bordered } = edge(box)
    const best = Math.max(0, ...seen)
    const ok = button ? (bordered && best > 1.02 ? best >= 3 : text >= 3) : best >= 3
    const name = [box.dataset.testid || box.className || box.tagName, box.getAttribute('aria-label') || box.textContent]
    if (!ok) found.push({ what: name.join(' ').trim().slice(0, 90), best: (bordered ? best : text).toFixed(2) })
  }
  return found
}
