/* The editor's buttons as a toolbar that has names in the language of the interface and works from the keyboard.
 *
 * https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/
 */
import { Extension } from "django-prose-editor/editor"
import { deskOf, say } from "articles/editor/desk"

/** Stands behind `Menu` in the list of extensions, which makes the buttons when the editor is created. */
export const Toolbar = Extension.create({
  name: "toolbar",

  onCreate({ editor }) {
    const bar = editor.storage.menu.dom
    bar.setAttribute("role", "toolbar")
    bar.setAttribute("aria-label", [say(editor, "toolbar"), deskOf(editor).label].filter(Boolean).join(", "))
    const buttons = [...bar.querySelectorAll("button")]
    for (const button of buttons) name(editor, button)
    rove(bar, buttons)
    const tell = () => buttons.forEach(state)
    editor.on("transaction", tell)
    tell()
  },
})

function name(editor, button) {
  const words = deskOf(editor).words[`button_${button.dataset.name}`]
  if (!words) return
  button.title = words
  button.setAttribute("aria-label", words)
}

function state(button) {
  const toggles = !/^(history|liveFigure|embed|comment)/.test(button.dataset.name ?? "")
  if (toggles) button.setAttribute("aria-pressed", String(button.classList.contains("active")))
  button.setAttribute("aria-disabled", String(button.classList.contains("disabled")))
}

/** One stop of the Tab key for the whole bar; arrows, Home and End move within it. */
function rove(bar, buttons) {
  const stop = (button) => buttons.forEach((one) => (one.tabIndex = one === button ? 0 : -1))
  stop(buttons[0])
  bar.addEventListener("focusin", (event) => buttons.includes(event.target) && stop(event.target))
  bar.addEventListener("keydown", (event) => {
    const seen = buttons.filter((button) => !button.classList.contains("hidden"))
    const at = seen.indexOf(document.activeElement)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: seen.length - 1 }[event.key]
    if (to === undefined || at < 0) return
    event.preventDefault()
    seen.at(to % seen.length).focus()
  })
}
