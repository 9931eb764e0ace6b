/* The table tool without reloading: a change in the form brings the result up to date and the address with it.
 *
 * The page that comes is the one that the form alone would open; what differs is taken over from it, so there
 * is nothing here that could say something else than the server does.
 */
import { combobox } from "../combobox.js"
import { element } from "../elements.js"

const form = document.querySelector("form.asking")
const told = document.getElementById("told")
const words = told.dataset
let running = null

form.addEventListener("submit", (event) => {
  event.preventDefault()
  update()
})
form.addEventListener("change", (event) => {
  choosePeriod(event.target)
  update()
})

/** Whoever uses one of the ways of naming periods means that way. */
function choosePeriod(control) {
  if (control.type === "radio") return
  const radio = control.closest(".way")?.querySelector("[type=radio]")
  if (radio) radio.checked = true
}

/** The address that the form would open, without what is empty. */
function address() {
  const said = [...new FormData(form)].filter(([, value]) => value !== "")
  const url = new URL(form.action)
  url.search = new URLSearchParams([...said, ["ask", "1"]])
  return url
}

async function update() {
  running?.abort()
  running = new AbortController()
  const result = document.getElementById("result")
  result.setAttribute("aria-busy", "true")
  try {
    const response = await fetch(address(), { signal: running.signal, credentials: "same-origin" })
    if (!response.ok) throw new Error(response.status)
    const page = new DOMParser().parseFromString(await response.text(), "text/html")
    history.replaceState(null, "", response.url)
    takeOver(page)
    told.textContent = page.querySelector("#result .downloads") ? words.found : words.wrong
  } catch (error) {
    if (error.name === "AbortError") return
    told.textContent = words.failed
  }
  document.getElementById("result").removeAttribute("aria-busy")
}

/** What differs in the page that came: the result, what is wrong, hints, and the way to the other language. */
function takeOver(page) {
  document.title = page.title
  for (const id of ["result", ...[...document.querySelectorAll("[data-said], .hint[id]")].map((one) => one.id)]) {
    const now = document.getElementById(id)
    const then = page.getElementById(id)
    if (now && then) now.replaceChildren(...document.importNode(then, true).childNodes)
  }
  takeOverForm(page)
  for (const control of form.querySelectorAll("[name]")) {
    const then = page.getElementsByName(control.name)[0]
    if (then?.getAttribute("aria-invalid")) control.setAttribute("aria-invalid", "true")
    else control.removeAttribute("aria-invalid")
  }
  const away = page.querySelector("[data-switch]")
  if (away) document.querySelector("[data-switch]").href = away.getAttribute("href")
}

/** Which fields belong to the result, how they are called, and what they offer; what is typed elsewhere stays. */
function takeOverForm(page) {
  for (const part of form.querySelectorAll("[id^=part-]")) {
    const then = page.getElementById(part.id)
    if (then) part.hidden = then.hidden
  }
  for (const label of form.querySelectorAll("label[id]")) {
    const then = page.getElementById(label.id)
    if (then) label.textContent = then.textContent
  }
  for (const name of ["measure", "over", "depth", "against.period"]) takeOverOptions(name, page)
  for (const radio of form.querySelectorAll("[type=radio]")) radio.checked = page.getElementById(radio.id).checked
  for (const name of ["last", "of", "latest"]) {
    const control = form.elements[name]
    if (control !== document.activeElement) control.value = page.getElementsByName(name)[0].value
  }
}

/** The options of a list, where they are others than before. */
function takeOverOptions(name, page) {
  const control = form.elements[name]
  const then = page.getElementsByName(name)[0]
  const texts = (select) => [...select.options].map((option) => option.textContent).join("\n")
  if (texts(control) !== texts(then)) control.replaceChildren(...document.importNode(then, true).childNodes)
}

/** A field of members: what is chosen stands as buttons that take it away, more is found by typing. */
function byTyping(field) {
  const control = field.querySelector("select, input")
  const label = field.querySelector("label")
  const list = element("ul", { class: "ask-chosen", "aria-label": `${words.chosen}: ${label.textContent}` })
  const several = field.hasAttribute("data-several")
  let chosen = [...field.querySelectorAll("option:checked, data.named")].map((one) => ({
    value: one.value,
    label: one.textContent.trim(),
  }))

  const entry = combobox({
    id: `${control.id}-typed`,
    label: label.textContent,
    labelled: true,
    describedBy: control.getAttribute("aria-describedby"),
    stem: "ask",
    words: { found: (count) => String(count), nothing: words.nothing },
    search: async (text) => {
      const url = new URL(form.dataset.members, document.baseURI)
      url.search = new URLSearchParams({ dimension: field.dataset.dimension, q: text })
      const response = await fetch(url)
      if (!response.ok) throw new Error(words.failed)
      const { results } = await response.json()
      return results.filter((one) => !chosen.some((member) => member.value === one.value))
    },
    choose: (option) => {
      chosen = several ? [...chosen, option] : [option]
      changed()
    },
  })

  function changed() {
    draw()
    const codes = chosen.map((member) => member.value)
    if (control.options) for (const option of control.options) option.selected = codes.includes(option.value)
    else control.value = codes.join("; ")
    update()
  }

  function draw() {
    list.replaceChildren(...chosen.map(chip))
    list.hidden = !chosen.length
  }

  function chip(member) {
    const button = element(
      "button", { type: "button", class: "ask-chip", "aria-label": `${words.take}: ${member.label}` },
      member.label, element("span", { "aria-hidden": "true" }, "×"),
    )
    button.addEventListener("click", () => {
      chosen = chosen.filter((one) => one !== member)
      entry.input.focus()
      changed()
    })
    return element("li", {}, button)
  }

  // What is typed to find a member is no choice yet, and the field that holds the choice is not for typing.
  entry.input.addEventListener("change", (event) => event.stopPropagation())
  if (!control.options) control.value = chosen.map((member) => member.value).join("; ")
  control.hidden = true
  label.htmlFor = entry.input.id
  control.after(list, entry.box)
  draw()
}

form.classList.add("asking-scripted")
form.querySelectorAll("[data-dimension]").forEach(byTyping)
