/* Comments: a button in the toolbar takes the selected words to the panel beside the form, and the panel's forms are
 * sent without leaving the page, so that nothing that was typed is lost.
 *
 * The server draws the panel (templates/admin/articles/article/comments.html) and draws it again after each step.
 */
import { Extension } from "django-prose-editor/editor"
import { say } from "articles/editor/desk"
import { pathOf } from "articles/editor/places"

const LONGEST = 300 // characters of the words that are kept

export const Comments = Extension.create({
  name: "comments",

  onCreate({ editor }) {
    panel()?.addEventListener("submit", (event) => {
      event.preventDefault()
      send(editor, event.target, event.submitter)
    })
  },

  addKeyboardShortcuts() {
    return { "Mod-Alt-m": ({ editor }) => editor.commands.commentOnSelection() }
  },

  addCommands() {
    return { commentOnSelection: () => ({ editor }) => begin(editor) }
  },

  addMenuItems({ menu, buttons }) {
    if (!panel()) return
    menu.defineItem({
      name: "comment",
      groups: "comments",
      priority: 100,
      button: buttons.text(say(this.editor, "comment"), say(this.editor, "button_comment")),
      command: (editor) => editor.commands.commentOnSelection(),
    })
  },
})

function panel() {
  return document.getElementById("desk-comments")
}

/** Go to the form for a new comment, with the selected words; whether there is one. */
function begin(editor) {
  const form = panel()?.querySelector("[data-part=new]")
  if (!form) return false
  const { path, quote } = chosen(editor.state)
  form.elements.path.value = path
  form.elements.quote.value = quote
  const about = form.querySelector("[data-part=about]")
  const shown = quote.replaceAll("\ufffc", "[…]")
  about.textContent = quote ? about.dataset.words.replace("{quote}", shown) : path ? say(editor, "this_place") : about.dataset.whole
  form.elements.text.focus()
  form.scrollIntoView({ block: "nearest" })
  return true
}

/** The place of the selection and its words in the block where it begins. */
function chosen({ selection, doc }) {
  const { $from, from, to, node } = selection
  if (node) return { path: pathOf(doc, from), quote: "" }
  const end = Math.min(to, $from.end())
  return { path: pathOf(doc, from), quote: doc.textBetween(from, end, "", "\ufffc").slice(0, LONGEST) }
}

async function send(editor, form, submitter) {
  const body = new FormData(form, submitter)
  const where = panel()
  let response
  try {
    response = await fetch(form.action, { method: "POST", body, credentials: "same-origin", redirect: "manual", headers: { "X-Desk": "1" } })
  } catch {
    return tell(where, say(editor, "unreachable"))
  }
  if (response.ok) where.innerHTML = await response.text()
  else if (response.status === 422) tell(where, refusal(await response.text()))
  else return tell(where, say(editor, response.status === 403 || response.type === "opaqueredirect" ? "signed_out" : "failed", { status: response.status }))
  where.focus()
}

/** What the server says in a panel that it drew: why it refused. What was typed stays in the old one. */
function refusal(html) {
  return new DOMParser().parseFromString(html, "text/html").querySelector(".desk-told").textContent
}

function tell(where, sentence) {
  where.querySelector(".desk-told").textContent = sentence
}
