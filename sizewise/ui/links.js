// A plain link to another page of the app would load all of it anew. This follows such a link within
// the page that is open: Streamlit draws what the address says whenever the browser's history moves.
export default function () {
  const follow = (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target.closest && event.target.closest('a.go')
    if (!link || link.target || new URL(link.href).origin !== location.origin) return
    event.preventDefault()
    history.pushState({}, '', link.href)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }
  document.addEventListener('click', follow)
  return () => document.removeEventListener('click', follow)
}
