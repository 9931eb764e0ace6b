/* Choosing a period: one that is named, the latest, the last few, or from one to another. */
import { element, freshId, say } from "articles/editor/desk"

const LENGTHS = ["year", "quarter", "month"]

/** A chooser of the period of a question. `periods` has the known ones of each length, newest first. */
export function periodChooser(editor, { periods, value, several, usually, changed, path = "period" }) {
  const lengths = LENGTHS.filter((length) => periods[length]?.length)
  const state = read(value, lengths, several, usually)
  const box = element("fieldset", { class: "desk-period", "data-path": path })

  function draw() {
    const known = periods[state.length] ?? []
    const modes = several ? ["fixed", "latest", "last", "between"] : ["fixed", "latest"]
    if (!modes.includes(state.mode)) state.mode = "latest"
    box.replaceChildren(
      element("legend", {}, say(editor, "period")),
      choice("length", say(editor, "length"), lengths.map((one) => [one, say(editor, one)])),
      choice("mode", say(editor, "which"), modes.map((one) => [one, say(editor, `mode_${one}`)])),
      ...details(known),
    )
  }

  function details(known) {
    const options = known.map((one) => [one.value, one.label])
    const whole = known.find((one) => !one.partial) ?? known[0]
    const within = (code) => (options.some(([one]) => one === code) ? code : whole?.value)
    if (state.mode === "fixed") {
      state.period = within(state.period)
      return [choice("period", say(editor, state.length), options)]
    }
    if (state.mode === "last") {
      const input = element("input", { type: "number", min: 1, max: 1200, value: state.count, id: freshId("count") })
      input.addEventListener("input", () => {
        state.count = Number(input.value) || 1
        changed(write(state))
      })
      return [labelled(input, say(editor, "how_many"))]
    }
    if (state.mode === "between") {
      state.from = within(state.from ?? options.at(Math.min(options.length - 1, 5))?.[0])
      return [
        choice("from", say(editor, "from"), options),
        choice("to", say(editor, "to"), [["", say(editor, "newest")], ...options]),
      ]
    }
    return []
  }

  function choice(key, name, options) {
    const select = element(
      "select", { id: freshId(key) },
      ...options.map(([code, label]) => element("option", { value: code, selected: code === (state[key] ?? "") }, label)),
    )
    select.addEventListener("change", () => {
      state[key] = select.value
      draw()
      box.querySelector(`[data-part=${key}] select`)?.focus()
      changed(write(state))
    })
    const field = labelled(select, name)
    field.dataset.part = key
    return field
  }

  const labelled = (control, name) =>
    element("div", { class: "desk-part" }, element("label", { for: control.id }, name), control)

  draw()
  return { box, value: () => write(state) }
}

/** The state of the form for the period of a question. */
function read(value, lengths, several, usually = {}) {
  const length = lengths.includes(usually.length) ? usually.length : lengths[0] ?? "year"
  const state = { length, mode: several ? "last" : "fixed", count: usually.count ?? 12, to: "" }
  if (!value) return state
  for (const length of LENGTHS) {
    if (value[length] !== undefined) return { ...state, length, mode: "fixed", period: String(value[length]) }
  }
  if (value.latest) return { ...state, length: value.latest, mode: "latest" }
  if (value.last) return { ...state, length: value.of, mode: "last", count: value.last }
  if (value.from) {
    return { ...state, length: lengthOf(value.from), mode: "between", from: value.from, to: value.to ?? "" }
  }
  return state
}

/** The period of the question as the form has it. */
function write({ length, mode, period, count, from, to }) {
  if (mode === "latest") return { latest: length }
  if (mode === "last") return { last: count, of: length }
  if (mode === "between") return to ? { from, to } : { from }
  return length === "year" ? { year: Number(period) } : { [length]: period }
}

/** The length of the periods that a question asks for; undefined for a new one. */
export const lengthIn = (value = {}) =>
  value.latest ?? value.of ?? (value.from ? lengthOf(value.from) : LENGTHS.find((one) => value[one] !== undefined))

const lengthOf = (code) => (/-Q/.test(code) ? "quarter" : /-/.test(code) ? "month" : "year")
