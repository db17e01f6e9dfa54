// Tells the server of a reply that was on its way to this tab and page, and that it knows no more.
export default function ({ setTriggerValue }) {
  const ours = `sizewise reply ${location.pathname} `
  try {
    const notes = Object.keys(sessionStorage).filter((each) => each.startsWith(ours))
    notes.forEach((each) => sessionStorage.removeItem(each))
    if (notes.length) setTriggerValue('lost', true)
  } catch {} // the browser keeps nothing for us
}
