// Copies Streamlit's theme variables, which exist only inside component hosts, to the page,
// so that a theme chosen in the browser's menu reaches our style sheets at once.
export default function (component) {
  const host = component.parentElement
  // What the page is stands in attributes of their own. After a new class of `html` the browser
  // would work out the style of all that any rule by [class*=] could mean: a twentieth of a second.
  const root = document.documentElement
  const system = matchMedia('(prefers-color-scheme: dark)') // whose style sheet the page has
  const colours = component.data.colours.split(' ').map((name) => `--st-${name}-color`)

  // First all is read, then what differs is written: to read after a write makes the browser work
  // out the style of the whole page again, a hundredth of a second for each colour.
  const valuesIn = (element) => {
    const style = getComputedStyle(element)
    return colours.map((name) => style.getPropertyValue(name).trim())
  }
  const copy = () => {
    const theme = valuesIn(host)
    const page = valuesIn(root)
    const paper = theme[colours.indexOf('--st-background-color')]
    colours.forEach((name, at) => {
      if (theme[at] && theme[at] !== page[at]) root.style.setProperty(name, theme[at])
    })
    const sort = parseInt(paper.slice(1, 3), 16) < 128 ? 'dark' : 'light'
    if (sort !== (root.dataset.paper ?? (system.matches ? 'dark' : 'light'))) root.dataset.paper = sort
    if (!root.lang) root.lang = 'en'
  }

  // Only now is the page shown, in its own letters, so that nothing in it moves: see
  // ui/web/first_paint.py. What lies below the screen may still come.
  const missing = () => [...document.querySelectorAll('[data-testid=stSkeleton]')]
    .some((each) => each.getBoundingClientRect().top < innerHeight)
  const show = () => {
    if (missing()) return setTimeout(show, 15)
    const letters = Promise.race([document.fonts.ready, new Promise((done) => setTimeout(done, 150))])
    letters.then(() => requestAnimationFrame(() => root.dataset.whole = ''))
  }
  if (!('whole' in root.dataset)) show()

  // Streamlit puts <div> between the navigation's <ul> and its <li>, which breaks the list for
  // screen readers: name the groups, and take the list roles away.
  const mend = () => {
    for (const list of document.querySelectorAll('[data-testid=stSidebarNavItems]')) {
      const groups = list.querySelectorAll(':scope > div')
      if (!groups.length) continue
      if (list.getAttribute('role') !== 'presentation') list.setAttribute('role', 'presentation')
      for (const group of groups) {
        if (!group.hasAttribute('role')) group.setAttribute('role', 'group')
        for (const item of group.children) {
          if (item.tagName === 'LI' && item.getAttribute('role') !== 'none') item.setAttribute('role', 'none')
        }
      }
    }
  }

  // Streamlit calls the field for files a presentation and names it all the same, which leaves
  // screen readers without either.
  const name = () => {
    for (const zone of document.querySelectorAll('[data-testid=stFileUploaderDropzone][role=presentation]')) {
      zone.setAttribute('role', 'group')
    }
  }

  // After a restart the server knows nothing of a page that stayed open, and a press on one of its
  // buttons is lost. Ask it to draw the page again; what the learner has chosen stays chosen.
  // A field that Streamlit turns off meanwhile loses the focus and tells nobody what was typed in it.
  const app = document.querySelector('[data-testid=stApp]')
  let away = false, field = null
  const comeBack = () => {
    component.setTriggerValue('back', true)
    if (field?.isConnected && field !== document.activeElement) field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  }
  const again = new MutationObserver(() => {
    const here = app.dataset.testConnectionState === 'CONNECTED'
    if (here && away) comeBack()
    away = !here
  })
  const onFocus = ({ target }) => { if (target.matches?.('textarea, input:not([type=radio]):not([type=checkbox])')) field = target }
  document.addEventListener('focusin', onFocus)
  if (app) again.observe(app, { attributes: true, attributeFilter: ['data-test-connection-state'] })

  // Half of a surrogate pair cannot travel to the server: the whole message would be lost. React
  // watches the element's own setter, so the prototype's is called.
  const heal = ({ target }) => {
    const text = target.value
    if (typeof text !== 'string' || !text.isWellFormed || text.isWellFormed()) return
    const kind = target.tagName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement
    Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(target, text.toWellFormed())
  }
  document.addEventListener('input', heal, true)

  // Who sends a text of many megabytes loses the connection without a word: it stays out of the field.
  const refusal = document.createElement('p')
  refusal.className = 'too-long'
  refusal.setAttribute('role', 'alert')
  const guard = (event) => {
    refusal.remove()
    const { most } = component.data, { target, data } = event
    if (!data || typeof target.value !== 'string' || target.value.length + data.length <= most) return
    event.preventDefault()
    const [size, limit] = [data.length, most].map((number) => number.toLocaleString('en'))
    refusal.textContent = `This text has ${size} characters. A field here takes up to ${limit}: paste a shorter piece of it.`
    document.querySelector('[data-testid=stMain]')?.append(refusal)
  }
  document.addEventListener('beforeinput', guard, true)

  // On a narrow screen the navigation lies over the page. Streamlit puts it away by itself on phones,
  // but not in a narrow window nor at 400% zoom.
  const putAway = () => {
    const over = innerWidth < 768 && document.querySelector('[data-testid=stSidebar][data-collapsed=false]')
    if (over) over.querySelector('[data-testid=stSidebarCollapseButton] button')?.click()
  }
  const onClick = ({ target }) => { if (target.closest?.('[data-testid=stSidebarNavLink]')) setTimeout(putAway) }
  const onKey = ({ key, target }) => { if (key === 'Escape' && target.closest?.('[data-testid=stSidebar]')) putAway() }
  document.addEventListener('click', onClick)
  document.addEventListener('keydown', onKey)

  // A resume code makes this browser somebody else's. Its other tabs load anew, whichever server they
  // are at; one that does so tells nobody again, and neither does one that a foreign link opened.
  const tabs = new BroadcastChannel('sizewise')
  tabs.onmessage = () => location.reload()
  const [way] = performance.getEntriesByType('navigation')
  const resumed = new URLSearchParams(location.search).get('resumed') === 'yes' && way?.type === 'navigate'
  if (resumed && document.referrer.startsWith(`${location.origin}/`) && !('told' in root.dataset)) {
    root.dataset.told = ''
    tabs.postMessage('resumed')
  }

  copy()
  mend()
  putAway() // Streamlit remembers an open navigation, and a reload would begin behind it.
  const themes = new MutationObserver(copy)
  for (let e = host; e && e !== document.body; e = e.parentElement) {
    themes.observe(e, { attributes: true, attributeFilter: ['style', 'class'] })
  }
  const sidebar = document.querySelector('[data-testid=stSidebar]') || document.body
  const lists = new MutationObserver(mend)
  lists.observe(sidebar, { childList: true, subtree: true })
  const main = document.querySelector('[data-testid=stMain]') || document.body
  const files = new MutationObserver(name)
  files.observe(main, { childList: true, subtree: true })
  name()
  return () => {
    tabs.close()
    themes.disconnect()
    lists.disconnect()
    files.disconnect()
    again.disconnect()
    document.removeEventListener('focusin', onFocus)
    document.removeEventListener('input', heal, true)
    document.removeEventListener('beforeinput', guard, true)
    refusal.remove()
    document.removeEventListener('click', onClick)
    document.removeEventListener('keydown', onKey)
  }
}
