/* A figure in a sentence: one unit in the text that shows the live number. Stored as `<data data-binding='…'>`.
 *
 * The counterpart of `Binding` in articles/document/nodes.py.
 */
import { InputRule, Node } from "django-prose-editor/editor"
import { deskOf, element, say } from "articles/editor/desk"
import { asOneStep, insertNode } from "articles/editor/insertion"
import { openPicker } from "articles/editor/picker"
import { preview } from "articles/editor/preview"

export const LiveFigure = Node.create({
  name: "liveFigure",
  group: "inline",
  inline: true,
  atom: true,
  draggable: true,

  addAttributes() {
    return {
      binding: {
        default: "",
        parseHTML: (dom) => dom.getAttribute("data-binding"),
        renderHTML: ({ binding }) => ({ "data-binding": binding }),
      },
      text: { default: "", parseHTML: (dom) => dom.textContent, renderHTML: () => ({}) },
    }
  },

  parseHTML() {
    return [{ tag: "data[data-binding]" }]
  },

  renderHTML({ node, HTMLAttributes }) {
    return ["data", HTMLAttributes, node.attrs.text]
  },

  renderText({ node }) {
    return node.attrs.text
  },

  addNodeView() {
    return ({ node, editor, getPos }) => new FigureView(node, editor, getPos)
  },

  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => editSelected(editor, this.name, (node, at) => editFigure(editor, node, at)),
      "Mod-Alt-f": ({ editor }) => editor.commands.insertLiveFigure(),
    }
  },

  /** `@@` opens the dialog in the place where it was typed. */
  addInputRules() {
    const { editor } = this
    const handler = ({ state, range }) => {
      state.tr.delete(range.from, range.to)
      setTimeout(() => insertFigure(editor))
    }
    return [new InputRule({ find: /@@$/, handler })]
  },

  addCommands() {
    return {
      insertLiveFigure: () => ({ editor }) => {
        insertFigure(editor)
        return true
      },
    }
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "liveFigure",
      groups: "figures",
      priority: 200,
      button: buttons.text(say(this.editor, "figure"), name(this.editor)),
      active: (editor) => editor.isActive("liveFigure"),
      command: (editor) => editor.commands.insertLiveFigure(),
    })
  },
})

function name(editor) {
  const { label } = deskOf(editor)
  return label ? say(editor, "insert_figure_into", { line: label }) : say(editor, "insert_figure")
}

async function insertFigure(editor) {
  const found = await openPicker(editor, { kind: "figure" })
  if (found) insertNode(editor, { type: "liveFigure", attrs: stored(found) })
  else editor.commands.focus()
}

async function editFigure(editor, node, at) {
  const found = await openPicker(editor, { kind: "figure", ...binding(node) })
  const chain = editor.chain().focus()
  if (found) chain.command(asOneStep).setNodeSelection(at).updateAttributes("liveFigure", stored(found))
  chain.run()
}

/** If one whole node of a kind is selected, edit it. */
export function editSelected(editor, name, edit) {
  const { node, from } = editor.state.selection
  if (node?.type.name !== name) return false
  edit(node, from)
  return true
}

function stored({ item: { question, wording }, result }) {
  return { binding: JSON.stringify({ question, wording }), text: result.text }
}

function binding(node) {
  try {
    return JSON.parse(node.attrs.binding)
  } catch {
    return null
  }
}

class FigureView {
  constructor(node, editor, getPos) {
    this.editor = editor
    this.dom = element("span", { class: "desk-figure", contenteditable: "false" })
    this.dom.addEventListener("dblclick", () => editFigure(editor, this.node, getPos()))
    this.again = () => this.show()
    editor.options.element.addEventListener("desk:language", this.again)
    this.update(node)
  }

  update(node) {
    if (node.type.name !== "liveFigure") return false
    const same = this.node?.attrs.binding === node.attrs.binding
    this.node = node
    if (!same) this.show()
    return true
  }

  async show() {
    const { node } = this
    this.draw(node.attrs.text || "…", "waiting", say(this.editor, "loading"))
    const stands = binding(node)
    const result = stands?.question
      ? await preview(this.editor, { kind: "figure", ...stands })
      : { ok: false, message: say(this.editor, "unreadable") }
    if (this.node !== node && this.node.attrs.binding !== node.attrs.binding) return
    if (result.ok) this.draw(result.text, "ready", (result.explanation ?? []).join(" "))
    else this.draw(node.attrs.text || "?", "wrong", result.message)
  }

  draw(text, state, explanation) {
    this.dom.textContent = text
    this.dom.dataset.state = state
    this.dom.title = `${explanation} ${say(this.editor, "how_to_edit")}`.trim()
    this.dom.setAttribute("role", "img")
    this.dom.setAttribute("aria-label", say(this.editor, state === "wrong" ? "figure_is_wrong" : "figure_named", { text, message: explanation }))
  }

  selectNode() {
    this.dom.classList.add("ProseMirror-selectednode")
  }

  deselectNode() {
    this.dom.classList.remove("ProseMirror-selectednode")
  }

  ignoreMutation() {
    return true
  }

  destroy() {
    this.editor.options.element.removeEventListener("desk:language", this.again)
  }
}
