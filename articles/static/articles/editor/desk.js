/* The desk: what the editor's other parts ask for the words of the interface, addresses and the article's language.
 *
 * The server declares all of it (articles/editor/field.py); nothing here is in one language only.
 */
import { Extension, Plugin } from "django-prose-editor/editor"

export { element, freshId } from "../elements.js"

export const Desk = Extension.create({
  name: "desk",
  addOptions() {
    return { words: {}, addresses: {}, stylesheets: [], wordings: [], label: "" }
  },

  /** The surface has its name from the beginning. */
  addProseMirrorPlugins() {
    const { label, words } = this.options
    const attributes = { role: "textbox", "aria-multiline": String(!label), "aria-label": label || words.body }
    return [new Plugin({ props: { attributes } })]
  },

  onCreate({ editor }) {
    const surface = editor.view.dom
    const textarea = surface.closest(".prose-editor")?.querySelector("textarea")
    if (textarea?.getAttribute("aria-describedby")) {
      surface.setAttribute("aria-describedby", textarea.getAttribute("aria-describedby"))
    }
    if (textarea?.getAttribute("aria-invalid")) surface.setAttribute("aria-invalid", "true")
    articleLanguageField(editor)?.addEventListener("change", () => {
      surface.lang = articleLanguage(editor)
      editor.options.element.dispatchEvent(new CustomEvent("desk:language"))
    })
    surface.lang = articleLanguage(editor)
  },
})

/** What the server declared: `words`, `addresses`, `stylesheets`, `wordings`. */
export function deskOf(editor) {
  return editor.extensionManager.extensions.find((e) => e.name === "desk").options
}

/** The sentence of a key, with `{name}` replaced from `values`. */
export function say(editor, key, values = {}) {
  const sentence = deskOf(editor).words[key] ?? key
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
}

/** The language that the article is written in, as the form says at this moment. */
export function articleLanguage(editor) {
  return articleLanguageField(editor)?.value || document.documentElement.lang.slice(0, 2) || "en"
}

function articleLanguageField(editor) {
  return editor.options.element.closest("form")?.querySelector("[name=language]")
}
