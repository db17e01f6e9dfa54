// Opens the browser's print dialog.
export default function (component) {
  const button = component.parentElement.querySelector('button')
  const open = () => window.print()
  button.addEventListener('click', open)
  return () => button.removeEventListener('click', open)
}
