/* How an embed is presented: a control for each option that its kind declares in articles/embeds/.
 *
 * The server says with each result what is read out of it and which members it shows, so that one can be highlighted.
 */
import { element, freshId, say } from "articles/editor/desk"

/**
 * Fields for the `declared` options over `chosen`, which is changed in place; what is as by default is taken out of it.
 * `tell` is given each new result.
 */
export function presentation(editor, { declared, chosen, changed }) {
  const members = []
  const heard = element("p", { class: "desk-hint", hidden: true })

  function set(name, value, usual) {
    if (value === usual) delete chosen[name]
    else chosen[name] = value
    changed()
  }

  function field({ name, control: kind, label, description, default: usual, choices }) {
    const id = freshId(name)
    const hint = element("p", { class: "desk-hint", id: `${id}-hint` }, description)
    const known = { id, "aria-describedby": hint.id }
    const current = chosen[name] ?? usual
    if (kind === "switch") {
      const control = element("input", { type: "checkbox", checked: current, ...known })
      control.addEventListener("change", () => set(name, control.checked, usual))
      return element("div", { class: "desk-field" }, element("div", { class: "desk-check" }, control, element("label", { for: id }, label)), hint)
    }
    const control = element("select", known)
    if (kind === "member") members.push(control)
    fill(control, kind === "member" ? [] : choices, current)
    control.addEventListener("change", () => set(name, control.value, usual))
    return element("div", { class: "desk-field" }, element("label", { for: id }, label), control, hint)
  }

  /** What can be chosen; what is chosen stays among it, even if it is not shown now. */
  function fill(control, options, current) {
    const none = members.includes(control) ? [{ value: "", label: say(editor, "no_member") }] : []
    const listed = [...none, ...options]
    const kept = listed.some(({ value }) => value === current) ? [] : [{ value: current, label: current }]
    control.replaceChildren(...[...listed, ...kept].map(({ value, label }) => element("option", { value, selected: value === current }, label)))
  }

  return {
    fields: [heard, ...declared.map(field)],
    tell(result) {
      if (!result.ok) return
      heard.hidden = !result.description
      heard.textContent = say(editor, "is_read_out", { text: result.description })
      for (const control of members) if (control !== document.activeElement) fill(control, result.members ?? [], control.value)
    },
  }
}
