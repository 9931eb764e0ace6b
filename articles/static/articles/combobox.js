/* A text field that finds things by typing: the ARIA combobox with a list.
 *
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
import { element, freshId } from "./elements.js"

/** A combobox. `search(text)` gives `[{value, label, detail}]`; `choose(option)` is told what was chosen.
 * `words` has `found(count)` and `nothing`; `stem` begins the names of its classes.
 */
export function combobox({ id, label, labelled, describedBy, search, choose, words, stem, keepText = false }) {
  const list = element("ul", { role: "listbox", id: freshId("list"), class: `${stem}-options`, "aria-label": label, hidden: true })
  const input = element("input", {
    type: "text", id, role: "combobox", autocomplete: "off", spellcheck: "false", class: `${stem}-combobox`,
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
    "aria-label": labelled ? null : label, "aria-describedby": describedBy,
  })
  const told = element("span", { role: "status", class: `${stem}-told` })
  let options = []
  let active = -1
  let asked = 0
  let timer = null

  function show(open) {
    list.hidden = !open
    input.setAttribute("aria-expanded", String(open))
    if (!open) activate(-1)
  }

  function activate(at) {
    active = at
    list.querySelectorAll("[role=option]").forEach((one, n) => one.setAttribute("aria-selected", String(n === at)))
    const current = list.querySelectorAll("[role=option]")[at]
    if (current) {
      input.setAttribute("aria-activedescendant", current.id)
      current.scrollIntoView({ block: "nearest" })
    } else input.removeAttribute("aria-activedescendant")
  }

  async function look() {
    const turn = ++asked
    try {
      const found = await search(input.value.trim())
      if (turn !== asked) return
      options = found
      told.textContent = found.length ? words.found(found.length) : ""
      list.replaceChildren(...(found.length ? found.map(optionFor) : [saying(words.nothing)]))
    } catch (error) {
      if (turn !== asked) return
      options = []
      list.replaceChildren(saying(error.message))
    }
    show(document.activeElement === input)
    activate(options.length && input.value.trim() ? 0 : -1)
  }

  function optionFor(option, at) {
    const line = element(
      "li", { role: "option", id: freshId("option"), "aria-selected": "false" },
      element("span", { class: `${stem}-option-label` }, option.label),
      option.detail ? element("span", { class: `${stem}-option-detail` }, option.detail) : null,
    )
    // The field must keep its focus, or the list would close before the click arrives.
    line.addEventListener("mousedown", (event) => event.preventDefault())
    line.addEventListener("click", () => take(at))
    return line
  }

  const saying = (text) => element("li", { class: `${stem}-option-none`, role: "presentation" }, text)

  function take(at) {
    const option = options[at]
    if (!option) return
    asked += 1
    clearTimeout(timer)
    input.value = keepText ? option.label : ""
    show(false)
    choose(option)
  }

  input.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(look, 120)
  })
  input.addEventListener("click", () => list.hidden && look())
  input.addEventListener("blur", () => {
    clearTimeout(timer)
    asked += 1
    show(false)
  })
  input.addEventListener("keydown", (event) => {
    const open = !list.hidden
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault()
      if (!open) look()
      else if (options.length) {
        const step = event.key === "ArrowDown" ? 1 : -1
        activate(active < 0 && step < 0 ? options.length - 1 : (active + step + options.length) % options.length)
      }
    } else if (event.key === "Enter") {
      // Enter chooses here; it never sends the dialog's form.
      event.preventDefault()
      if (open && active >= 0) take(active)
      else look()
    } else if (event.key === "Escape" && open) {
      event.preventDefault()
      event.stopPropagation()
      show(false)
    }
  })

  const box = element("div", { class: `${stem}-combobox-box` }, input, list, told)
  return { box, input, look, setText: (text) => (input.value = text) }
}
