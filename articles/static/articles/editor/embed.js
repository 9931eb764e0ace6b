/* An embed: a ranking, table or chart as a block of the text, seen as readers will. Stored as `<figure data-embed='…'>`.
 *
 * The counterpart of `EmbedBlock` in articles/document/nodes.py and of the kinds in articles/embeds/.
 */
import { Node } from "django-prose-editor/editor"
import { element, say } from "articles/editor/desk"
import { editSelected } from "articles/editor/figure"
import { asOneStep, insertNode } from "articles/editor/insertion"
import { openPicker } from "articles/editor/picker"
import { preview } from "articles/editor/preview"
import { showEmbed, showResult } from "articles/editor/result"

export const Embed = Node.create({
  name: "embed",
  group: "block",
  atom: true,
  draggable: true,

  addOptions() {
    return { kinds: [] }
  },

  addAttributes() {
    return {
      embed: {
        default: "",
        parseHTML: (dom) => dom.getAttribute("data-embed"),
        renderHTML: ({ embed }) => ({ "data-embed": embed }),
      },
    }
  },

  parseHTML() {
    return [{ tag: "figure[data-embed]" }]
  },

  renderHTML({ HTMLAttributes }) {
    return ["figure", HTMLAttributes]
  },

  addNodeView() {
    return ({ node, editor, getPos }) => new EmbedView(node, editor, getPos)
  },

  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => editSelected(editor, this.name, (node, at) => editEmbed(editor, node, at)),
      "Alt-ArrowUp": ({ editor }) => editSelected(editor, this.name, (_, at) => move(editor, at, -1)),
      "Alt-ArrowDown": ({ editor }) => editSelected(editor, this.name, (_, at) => move(editor, at, 1)),
    }
  },

  addCommands() {
    return {
      insertEmbed: (kind) => ({ editor }) => {
        insertEmbed(editor, kind)
        return true
      },
    }
  },

  addMenuItems({ menu, buttons }) {
    this.options.kinds.forEach((kind, at) => {
      menu.defineItem({
        name: `embed:${kind}`,
        groups: "figures",
        priority: 150 - at,
        button: buttons.text(say(this.editor, kind), say(this.editor, `insert_${kind}`)),
        active: (editor) => contents(editor.state.selection.node)?.kind === kind,
        command: (editor) => editor.commands.insertEmbed(kind),
      })
    })
  },
})

async function insertEmbed(editor, kind) {
  const found = await openPicker(editor, { kind })
  if (found) insertNode(editor, { type: "embed", attrs: { embed: JSON.stringify(found.item) } })
  else editor.commands.focus()
}

async function editEmbed(editor, node, at) {
  const stands = contents(node)
  if (!stands) return
  const found = await openPicker(editor, stands)
  const chain = editor.chain().focus().setNodeSelection(at)
  if (found) chain.command(asOneStep).updateAttributes("embed", { embed: JSON.stringify(found.item) })
  chain.run()
}

/** Move a block before the one above it or behind the one below, as one step that can be undone. */
function move(editor, at, step) {
  const { state, view } = editor
  const node = state.doc.nodeAt(at)
  const place = state.doc.resolve(at)
  const neighbour = step < 0 ? place.nodeBefore : state.doc.resolve(at + node.nodeSize).nodeAfter
  if (!neighbour) return
  const to = step < 0 ? at - neighbour.nodeSize : at + neighbour.nodeSize
  const { tr } = state
  asOneStep({ tr })
  view.dispatch(tr.delete(at, at + node.nodeSize).insert(to, node).scrollIntoView())
  editor.chain().focus().setNodeSelection(to).run()
}

function contents(node) {
  if (node?.type.name !== "embed") return null
  try {
    return JSON.parse(node.attrs.embed)
  } catch {
    return null
  }
}

class EmbedView {
  constructor(node, editor, getPos) {
    this.editor = editor
    this.name = element("span", { class: "desk-embed-name" })
    this.told = element("div", { class: "desk-embed-told", role: "status" })
    this.host = element("div", { class: "desk-embed-page" })
    this.tools = element(
      "div", { class: "desk-embed-tools" }, this.name,
      this.tool("edit", () => editEmbed(editor, this.node, getPos())),
      this.tool("move_up", () => move(editor, getPos(), -1)),
      this.tool("move_down", () => move(editor, getPos(), 1)),
      this.tool("remove", () => editor.chain().focus().command(asOneStep).setNodeSelection(getPos()).deleteSelection().run()),
    )
    this.dom = element("div", { class: "desk-embed", contenteditable: "false", role: "group" }, this.tools, this.told, this.host)
    this.host.addEventListener("dblclick", () => editEmbed(editor, this.node, getPos()))
    this.again = () => this.show()
    editor.options.element.addEventListener("desk:language", this.again)
    this.update(node)
  }

  tool(key, act) {
    const button = element("button", { type: "button" }, say(this.editor, key))
    button.addEventListener("click", act)
    return button
  }

  update(node) {
    if (node.type.name !== "embed") return false
    const same = this.node?.attrs.embed === node.attrs.embed
    this.node = node
    if (!same) this.show()
    return true
  }

  async show() {
    const { node } = this
    const stands = contents(node)
    const title = stands?.title ? `${say(this.editor, stands.kind)}: ${stands.title}` : say(this.editor, stands?.kind ?? "unreadable")
    this.name.textContent = title
    this.dom.setAttribute("aria-label", title)
    this.dom.dataset.state = "waiting"
    this.told.replaceChildren(element("p", { class: "desk-hint" }, say(this.editor, "loading")))
    const result = stands ? await preview(this.editor, stands) : { ok: false, message: say(this.editor, "unreadable") }
    if (this.node.attrs.embed !== node.attrs.embed) return
    this.dom.dataset.state = result.ok ? "ready" : "wrong"
    this.told.replaceChildren()
    if (result.ok) showEmbed(this.editor, this.host, result.html)
    else showResult(this.editor, this.told, result)
    this.host.hidden = !result.ok
  }

  selectNode() {
    this.dom.classList.add("ProseMirror-selectednode")
  }

  deselectNode() {
    this.dom.classList.remove("ProseMirror-selectednode")
  }

  /** Buttons are the view's own; all else (selecting, dragging) is the editor's. */
  stopEvent(event) {
    return event.target instanceof HTMLElement && Boolean(event.target.closest("button"))
  }

  ignoreMutation() {
    return true
  }

  destroy() {
    this.editor.options.element.removeEventListener("desk:language", this.again)
  }
}
