// Follows a reply while it is written: asks the server for what has come, and shows it in its box.
// When more of the page has to change, as at the end, the server draws the page. Without this file
// the box shows what had come when the page was drawn.
const AGAIN = 2000 // milliseconds after which somebody who heard nothing asks again

// What stays the same stays where it is: its words are then read aloud when they change.
const show = (box, html) => {
  const sheet = document.createElement('template')
  sheet.innerHTML = html
  const was = [...box.children], now = [...sheet.content.children]
  now.forEach((each, place) => {
    const old = was[place]
    if (old?.tagName !== each.tagName) return old ? old.replaceWith(each) : box.append(each)
    if (old.className !== each.className) old.className = each.className
    if (old.innerHTML !== each.innerHTML) old.innerHTML = each.innerHTML
  })
  was.slice(now.length).forEach((each) => each.remove())
}

export default function ({ data, parentElement, setTriggerValue }) {
  parentElement.leave?.() // when the data change, Streamlit begins again and ends nothing
  let next, left = false
  const look = async () => {
    const answer = await fetch(`./app/coming/${data.call}`)
    const told = answer.ok ? await answer.json() : { state: `${answer.status}` }
    const box = document.querySelector(`[data-coming="${data.call}"]`)
    if (left || !box) return
    if (answer.ok) show(box, told.html) // the last words are read aloud, too
    if (told.state !== data.state) return setTriggerValue('changed', told.state)
    return told.pause
  }
  const follow = async () => {
    const pause = await look().catch(() => {}) // a server that is away comes back
    if (!left) next = setTimeout(follow, pause ?? AGAIN)
  }
  follow()
  return parentElement.leave = () => {
    left = true
    clearTimeout(next)
  }
}
