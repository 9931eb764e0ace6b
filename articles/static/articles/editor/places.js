/* From a message about a place (`p[3]/data[1]`) to the place itself: a link in the checklist selects it in the text. */
import { Extension } from "django-prose-editor/editor"

/** Nodes of the editor's document by the tags under which they are stored; marks are not nodes and are passed over. */
const TAGS = {
  p: (node) => node.type.name === "paragraph",
  h2: (node) => node.type.name === "heading" && node.attrs.level === 2,
  h3: (node) => node.type.name === "heading" && node.attrs.level === 3,
  h4: (node) => node.type.name === "heading" && node.attrs.level === 4,
  ul: (node) => node.type.name === "bulletList",
  ol: (node) => node.type.name === "orderedList",
  li: (node) => node.type.name === "listItem",
  blockquote: (node) => node.type.name === "blockquote",
  figure: (node) => node.type.name === "embed",
  data: (node) => node.type.name === "liveFigure",
}

export const Places = Extension.create({
  name: "places",
  onCreate({ editor }) {
    for (const link of document.querySelectorAll("a[data-place]")) {
      link.addEventListener("click", (event) => {
        const at = positionOf(editor.state.doc, link.dataset.place)
        if (at === null) return
        event.preventDefault()
        const node = editor.state.doc.nodeAt(at)
        const chain = editor.chain().focus()
        if (node.isAtom) chain.setNodeSelection(at)
        else chain.setTextSelection(at + 1)
        chain.scrollIntoView().run()
      })
    }
  },
})

/** The position of the node at a path, or of the innermost one on the way to it; null where nothing is there. */
export function positionOf(doc, path) {
  let parent = doc
  let start = 0
  let found = null
  for (const [, tag, number] of path.matchAll(/(\w+)\[(\d+)\]/g)) {
    const fits = TAGS[tag]
    if (!fits) continue
    let left = Number(number)
    let next = null
    parent.forEach((node, offset) => {
      if (fits(node) && --left === 0) next = { node, at: start + offset }
    })
    if (!next) break
    found = next.at
    parent = next.node
    start = next.at + 1
  }
  return found
}
