/* The combobox in the desk's words. */
import { say } from "articles/editor/desk"
import { combobox as plain } from "../combobox.js"

/** A combobox of the desk; see the plain one for what it takes. */
export function combobox(editor, options) {
  const words = {
    found: (count) => say(editor, "found", { count }),
    nothing: say(editor, "nothing_found"),
  }
  return plain({ ...options, words, stem: "desk" })
}
