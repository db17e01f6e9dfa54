// Follows a reply with coming.js where no server is: what it asks for and its pauses are told by hand.
async ([script, texts]) => {
  const turn = () => new Promise((done) => later(done))
  const later = window.setTimeout.bind(window), pauses = new Map(), told = [], changed = []
  let last = 0, now = texts[0]
  window.setTimeout = (go) => (pauses.set(++last, go), last)
  window.clearTimeout = (which) => pauses.delete(which)
  window.fetch = async () => ({ ok: true, json: async () => ({ ...now, pause: 150 }) })
  document.body.innerHTML = '<div data-coming="c1"><p role="status">Getting ready …</p></div>'
  const status = document.querySelector('[role=status]'), parentElement = document.body
  const { default: follow } = await import(`data:text/javascript,${encodeURIComponent(script)}`)
  const begin = (state) => follow({
    parentElement, data: { call: 'c1', state }, setTriggerValue: (_, value) => changed.push(value),
  })
  begin('0 failed')
  const end = begin('1 failed') // as when an attempt failed, and the page was drawn anew
  await turn()
  const tell = () => told.push([status.isConnected && status.textContent, pauses.size, changed.join()])
  tell()
  for (now of texts.slice(1)) {
    const [[which, go]] = pauses
    pauses.delete(which)
    go()
    await turn()
    tell()
  }
  end()
  return [...told, pauses.size]
}
