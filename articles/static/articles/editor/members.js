/* Choosing members of one dimension: what is chosen stands as buttons that take it away, more is found by typing. */
import { combobox } from "articles/editor/combobox"
import { element, freshId, say } from "articles/editor/desk"
import { read } from "articles/editor/server"

/** A chooser of members. `chosen` are codes or labels; `changed(codes)` is told the new ones. */
export function memberChooser(editor, { dataset, dimension, chosen, empty, changed, path = `where.${dimension.slug}`, most = 20 }) {
  const id = freshId("members")
  const hint = element("p", { class: "desk-hint", id: freshId("hint") }, empty)
  const list = element("ul", { class: "desk-chosen", "aria-label": say(editor, "chosen_of", { name: dimension.label }) })
  let members = chosen.map((code) => ({ value: code, label: code }))

  const field = combobox(editor, {
    id,
    label: dimension.label,
    labelled: true,
    describedBy: hint.id,
    search: async (text) => {
      const { results } = await read(editor, "members", { dataset, dimension: dimension.slug, q: text })
      return results.filter((one) => !members.some((member) => member.value === one.value))
    },
    choose: (option) => {
      if (members.length >= most) members = members.slice(1)
      members = [...members, option]
      draw()
      changed(members.map((member) => member.value))
    },
  })

  function draw() {
    list.replaceChildren(...members.map(chip))
    list.hidden = !members.length
    hint.hidden = Boolean(members.length)
  }

  function chip(member) {
    const button = element(
      "button",
      { type: "button", class: "desk-chip", "aria-label": say(editor, "take_away", { name: member.label }) },
      element("span", {}, member.label),
      element("span", { "aria-hidden": "true", class: "desk-chip-cross" }, "×"),
    )
    button.addEventListener("click", () => {
      members = members.filter((one) => one !== member)
      draw()
      field.input.focus()
      changed(members.map((one) => one.value))
    })
    return element("li", {}, button)
  }

  async function name() {
    const { results } = await read(editor, "members", { dataset, dimension: dimension.slug, code: chosen })
    const labels = new Map(results.map((one) => [one.asked, one.label]))
    members = members.map((member) => ({ ...member, label: labels.get(member.value) ?? member.label }))
    draw()
  }

  draw()
  // A label that cannot be found is shown as its code; the preview says what is wrong with it.
  if (chosen.length) name().catch(() => {})
  return element(
    "div", { class: "desk-field", "data-path": path },
    element("label", { for: id }, dimension.label), list, field.box, hint,
  )
}
