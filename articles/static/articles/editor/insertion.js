/* Where a node goes that a dialog hands over, and where writing goes on after it. */
import { pm } from "django-prose-editor/editor"

/** Put a node in the place of the selected words, or behind a selected figure or embed; never over one. */
export function insertNode(editor, content) {
  const { selection } = editor.state
  const chain = editor.chain().focus()
  if (selection.node) chain.insertContentAt(selection.to, content)
  else chain.insertContent(content)
  chain.command(({ tr }) => {
    // A block is selected once it stands; writing goes on in the paragraph behind it.
    if (tr.selection.node) tr.setSelection(pm.state.Selection.near(tr.doc.resolve(tr.selection.to), 1))
    return true
  })
  chain.scrollIntoView().run()
}
