/* From a message about a place (`p[3]/data[1]`) to the place itself: a link in the checklist selects it in the text,
 * or the words there that it is about, and a button puts a figure in the place of a number that was typed.
 */
import { Extension } from "django-prose-editor/editor"
import { asOneStep } from "articles/editor/insertion"

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
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[data-place]")
      // A path that begins with a field is that of a line, which the link leads to by itself.
      if (/^(title|standfirst|summary|social)\b/.test(link?.dataset.place)) return
      if (link && select(editor, link.dataset.place, link.dataset.quote)) event.preventDefault()
    })
    for (const button of document.querySelectorAll("button[data-binding]")) offer(editor, button)
  },
})

/** Select the words at a place, or the place itself; whether there is one. */
function select(editor, path, quote) {
  const { doc } = editor.state
  const words = quote ? rangeOf(doc, path, quote) : null
  const at = words ? words.from : positionOf(doc, path)
  if (at === null) return false
  const chain = editor.chain().focus()
  if (words) chain.setTextSelection(words)
  else if (doc.nodeAt(at).isAtom) chain.setNodeSelection(at)
  else chain.setTextSelection(at + 1)
  chain.scrollIntoView().run()
  return true
}

/** A button that puts a figure in the place of typed words, once; it stays hidden where scripts do not run. */
function offer(editor, button) {
  button.hidden = false
  button.addEventListener("click", () => {
    const { place, quote, binding } = button.dataset
    const range = rangeOf(editor.state.doc, place, quote)
    if (!range) return select(editor, place)
    const figure = { type: "liveFigure", attrs: { binding, text: quote } }
    editor.chain().focus().command(asOneStep).insertContentAt(range, figure).run()
    for (const other of button.parentElement.querySelectorAll("button[data-binding]")) other.disabled = true
  })
}

/** Where words stand: in the block of a path, or else in the first block that has them; null where they are gone. */
export function rangeOf(doc, path, quote) {
  const at = positionOf(doc, path)
  const block = at === null ? null : doc.nodeAt(at)
  const there = block && !block.isAtom ? within(block, at + 1, quote) : null
  if (there) return there
  let found = null
  doc.descendants((node, start) => {
    if (!found && node.isTextblock) found = within(node, start + 1, quote)
    return !found
  })
  return found
}

/** The range of words inside a block; an atom in a sentence counts as one character, which no quote has. */
function within(block, start, quote) {
  if (block.isTextblock) {
    const at = block.textBetween(0, block.content.size, "", "\ufffc").indexOf(quote)
    return at < 0 ? null : { from: start + at, to: start + at + quote.length }
  }
  let found = null
  block.forEach((child, offset) => {
    if (!found && !child.isAtom && !child.isText) found = within(child, start + offset + 1, quote)
  })
  return found
}

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

/** The path of the block at a position, as the server says it; the inverse of `positionOf`. */
export function pathOf(doc, position) {
  const $at = doc.resolve(position)
  const nodes = Array.from({ length: $at.depth + 1 }, (_, depth) => $at.node(depth))
  if ($at.nodeAfter?.isBlock) nodes.push($at.nodeAfter)
  const steps = nodes.slice(1).map((node, depth) => step(nodes[depth], node, $at.index(depth)))
  return steps.filter(Boolean).join("/")
}

function step(parent, node, index) {
  const tag = Object.keys(TAGS).find((name) => TAGS[name](node))
  if (!tag) return ""
  let number = 0
  for (let at = 0; at <= index; at += 1) if (TAGS[tag](parent.child(at))) number += 1
  return `${tag}[${number}]`
}
