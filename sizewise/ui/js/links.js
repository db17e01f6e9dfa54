// A plain link to another page of the app would load all of it anew. This follows such a link within
// the page that is open, and brings a reader who goes back to what the address says. Without it the
// links still work, only slower.
export default function (component) {
  const follow = (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target.closest && event.target.closest('a.go')
    if (!link || link.target) return
    const to = new URL(link.href)
    if (to.origin !== location.origin) return
    event.preventDefault()
    component.setTriggerValue('go', {
      page: to.pathname.split('/').pop(), query: Object.fromEntries(to.searchParams),
    })
  }
  const back = () => component.setTriggerValue('back', location.search)
  document.addEventListener('click', follow)
  window.addEventListener('popstate', back)
  return () => {
    document.removeEventListener('click', follow)
    window.removeEventListener('popstate', back)
  }
}
