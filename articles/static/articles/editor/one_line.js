/* A line to write in: a headline, a standfirst. One paragraph, in which Enter leads on to the next field.
 *
 * The counterpart of articles/document/line.py.
 */
import { Document, Extension } from "django-prose-editor/editor"

/** Takes the place of the document that holds many blocks. */
export const OneLine = Document.extend({ content: "paragraph" })

export const OneLineKeys = Extension.create({
  name: "oneLineKeys",

  addKeyboardShortcuts() {
    const onward = ({ editor }) => {
      following(editor)?.focus()
      return true
    }
    return { Enter: onward, "Shift-Enter": onward, "Mod-Enter": onward }
  },
})

/** The next thing in the form that can be written in. */
function following(editor) {
  const fields = [...editor.options.element.closest("form").querySelectorAll("[role=textbox], input:not([type=hidden]), select, textarea")]
  const shown = fields.filter((field) => field.offsetParent !== null)
  return shown[shown.indexOf(editor.view.dom) + 1]
}
