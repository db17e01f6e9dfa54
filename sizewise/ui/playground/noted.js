// Keeps a note of each reply that the page shows, as long as the tab lives. A page that shows none,
// as after it was loaded anew, tells the server what was noted: those replies come back, or are said
// to be lost. A browser may be told to keep nothing: then a page loaded anew has no reply.
const ours = () => `sizewise reply ${location.pathname} `
const kept = () => Object.keys(sessionStorage).filter((each) => each.startsWith(ours()))

const write = (notes) => {
  kept().forEach((each) => sessionStorage.removeItem(each))
  Object.entries(notes).forEach(([place, note]) => sessionStorage.setItem(ours() + place, JSON.stringify(note)))
}

const LONGEST = 200 // characters of a note of ours

const read = () => {
  const notes = {}
  kept().forEach((each) => {
    const note = sessionStorage.getItem(each)
    try {
      if (note.length < LONGEST) notes[each.slice(ours().length)] = JSON.parse(note)
    } catch {} // no note of ours
  })
  return notes
}

export default function ({ data, setTriggerValue }) {
  try {
    if (data.notes) return write(data.notes)
    const notes = read()
    if (Object.keys(notes).length) setTriggerValue('noted', notes)
  } catch {}
}
