/* Where a node goes that a dialog hands over, and where writing goes on after it. */
import { pm } from "django-prose-editor/editor"

/** Put a node in the place of the selected words, or behind a selected figure or embed; never over one. */
export function insertNode(editor, content) {
  const { selection } = editor.state
  const chain = editor.chain().focus().command(asOneStep)
  if (selection.node) chain.insertContentAt(selection.to, content)
  else chain.insertContent(content)
  chain.run()
  goOnBehind(editor)
}

/** Begin a step of its own, which Ctrl+Z takes back alone however quickly it followed on the last. */
export function asOneStep({ tr }) {
  pm.history.closeHistory(tr)
  return true
}

/** A block is selected once it stands, and typing would replace it: writing goes on in the paragraph behind it. */
function goOnBehind(editor) {
  const { selection, doc, tr } = editor.state
  if (!selection.node) return
  editor.view.dispatch(tr.setSelection(pm.state.Selection.near(doc.resolve(selection.to), 1)).scrollIntoView())
}
