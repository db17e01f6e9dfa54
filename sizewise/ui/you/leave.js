// Leaves the page for another address of this server, as a press on a link would.
export default function (component) {
  location.assign(component.data.to)
}
