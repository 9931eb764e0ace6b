/* The counterpart beside the form follows the writer: the passage that is being written is marked and shown there. */

const panel = document.getElementById("desk-beside")

if (panel) {
  document.addEventListener("selectionchange", () => mark(document.getSelection()?.anchorNode))
  for (const link of panel.querySelectorAll("a[data-place]")) {
    link.addEventListener("click", (event) => {
      const line = surfaceOf(link.hash.slice(1))
      if (!line || link.hash === "#id_body") return
      event.preventDefault()
      line.focus()
    })
  }
}

/** Mark the passage that tells what stands where the caret is. */
function mark(node) {
  const path = pathOf(node instanceof Element ? node : node?.parentElement)
  if (!path) return
  for (const passage of panel.querySelectorAll("[data-mine]")) {
    const is = passage.dataset.mine === path
    if (is === passage.hasAttribute("aria-current")) continue
    if (!is) passage.removeAttribute("aria-current")
    else {
      passage.setAttribute("aria-current", "true")
      const { top, height } = passage.getBoundingClientRect()
      const frame = panel.getBoundingClientRect()
      if (top < frame.top || top + height > frame.bottom) panel.scrollTop += top - frame.top - frame.height / 3
    }
  }
}

/** The path of the passage around an element, as the server writes it: `p[3]`, `ul[1]/li[2]/p[1]`, `title`. */
function pathOf(inside) {
  const surface = inside?.closest(".ProseMirror")
  const field = surface?.closest(".prose-editor")?.querySelector("textarea")?.name
  if (!field) return ""
  if (field !== "body") return field
  let block = inside
  while (block !== surface && getComputedStyle(block).display === "inline") block = block.parentElement
  const steps = []
  for (; block && block !== surface; block = block.parentElement) {
    const alike = [...block.parentElement.children].filter((one) => one.localName === block.localName)
    steps.unshift(`${block.localName}[${alike.indexOf(block) + 1}]`)
  }
  return steps.join("/")
}

/** The surface on which a field is written. */
function surfaceOf(id) {
  return document.getElementById(id)?.closest(".prose-editor")?.querySelector(".ProseMirror")
}
