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

export default function ({ data, setTriggerValue }) {
  let next, left = false
  const look = async () => {
    const answer = await fetch(`./app/coming/${data.call}`)
    if (!answer.ok) return setTriggerValue('changed', `${answer.status}`)
    const told = await answer.json()
    const box = document.querySelector(`[data-coming="${data.call}"]`)
    if (left || !box) return
    if (told.state !== data.state) return setTriggerValue('changed', told.state)
    show(box, told.html)
    return told.pause
  }
  const follow = async () => {
    const pause = await look().catch(() => {}) // a server that is away comes back
    if (!left) next = setTimeout(follow, pause ?? AGAIN)
  }
  follow()
  return () => {
    left = true
    clearTimeout(next)
  }
}
