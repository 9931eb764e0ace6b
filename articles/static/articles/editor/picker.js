/* The dialog in which a figure or an embed is chosen, with its result shown while choosing. */
import { combobox } from "articles/editor/combobox"
import { comparisonChooser, sides } from "articles/editor/comparison"
import { deskOf, element, freshId, say } from "articles/editor/desk"
import { memberChooser } from "articles/editor/members"
import { lengthIn, periodChooser } from "articles/editor/period"
import { presentation } from "articles/editor/presentation"
import { preview } from "articles/editor/preview"
import { KINDS, asksSeveralPeriods, fromQuestion, isPlace, needsNumber, toQuestion } from "articles/editor/question"
import { read } from "articles/editor/server"
import { showResult } from "articles/editor/result"

/**
 * Open the dialog. `item` is what stands in the text (`{kind, question, wording | title, note, options}`), or only
 * a kind for a new one. Resolves with the new item and its result, or with null where nothing is to change.
 */
export function openPicker(editor, item) {
  return new Promise((resolve) => new Picker(editor, item, resolve).open())
}

class Picker {
  constructor(editor, item, resolve) {
    this.editor = editor
    this.item = item
    this.resolve = resolve
    this.state = fromQuestion(item.kind, item.question)
    this.isFigure = item.kind === "figure"
    this.options = { ...item.options }
    this.wording = item.wording
    this.turn = 0
    this.done = null
  }

  say(key, values) {
    return say(this.editor, key, values)
  }

  open() {
    const heading = element("h2", { id: freshId("heading") }, this.say(`choose_${this.item.kind}`))
    this.form = element("div", { class: "desk-form" })
    this.result = element("div", { class: "desk-result", role: "status", "aria-live": "polite", "aria-label": this.say("result") })
    this.accept = element("button", { type: "submit", class: "desk-accept" }, this.say(this.item.question ? "update" : "insert"))
    const cancel = element("button", { type: "button" }, this.say("cancel"))
    const body = element(
      "form", { method: "dialog", novalidate: true },
      heading,
      element("div", { class: "desk-halves" }, this.form, element("section", { "aria-label": this.say("result") }, element("h3", {}, this.say("result")), this.result)),
      element("div", { class: "desk-buttons" }, this.accept, cancel),
    )
    this.dialog = element("dialog", { class: "desk-dialog", "aria-labelledby": heading.id }, body)
    cancel.addEventListener("click", () => this.dialog.close())
    body.addEventListener("submit", (event) => {
      event.preventDefault()
      this.take()
    })
    this.dialog.addEventListener("close", () => {
      this.dialog.remove()
      this.turn += 1
      this.resolve(this.done)
    })
    document.body.append(this.dialog)
    this.dialog.showModal()
    this.drawDataset()
    if (this.state.dataset) this.loadCodebook({ keep: true })
    else this.hint(this.say("choose_dataset_first"))
  }

  drawDataset() {
    const id = freshId("dataset")
    this.dataset = combobox(this.editor, {
      id,
      label: this.say("dataset"),
      labelled: true,
      keepText: true,
      search: async (text) => {
        // The name of the dataset that is already chosen is no search.
        const q = text === this.codebook?.title ? "" : text
        return (await read(this.editor, "datasets", { q })).results
      },
      choose: (option) => {
        if (option.value === this.state.dataset) return
        this.state = { ...fromQuestion(this.item.kind), dataset: option.value }
        this.loadCodebook({ keep: false })
      },
    })
    this.rest = element("div", { class: "desk-rest" })
    this.form.append(
      element("div", { class: "desk-field", "data-path": "dataset" }, element("label", { for: id }, this.say("dataset")), this.dataset.box),
      this.rest,
    )
    this.dataset.input.focus()
    if (!this.state.dataset) this.dataset.look()
  }

  async loadCodebook({ keep }) {
    this.rest.replaceChildren(element("p", { class: "desk-hint" }, this.say("loading")))
    try {
      this.codebook = await read(this.editor, "codebook", { dataset: this.state.dataset })
    } catch (error) {
      this.rest.replaceChildren()
      this.hint(error.message, { wrong: true })
      return
    }
    this.dataset.setText(this.codebook.title)
    if (!keep && KINDS[this.item.kind].over === "needed") this.state.over = this.listable().at(-1)?.slug ?? ""
    this.drawRest()
    this.show()
  }

  /** The dimensions whose members a kind of embed can list. */
  listable() {
    const { dimensions } = this.codebook
    const places = dimensions.filter((dimension) => dimension.places)
    return KINDS[this.item.kind].places && places.length ? places : dimensions
  }

  drawRest() {
    const rules = KINDS[this.item.kind]
    const { dimensions, periods, counts } = this.codebook
    const parts = [element("p", { class: "desk-hint" }, counts)]
    if (this.isFigure) parts.push(...this.statement())
    if (rules.over !== "none") {
      const none = rules.over === "optional" ? [["", this.say("one_line")]] : []
      parts.push(this.select("over", [...none, ...this.listable().map((d) => [d.slug, d.label])]))
    }
    if (rules.by) {
      const others = dimensions.filter((d) => d.slug !== this.state.over).map((d) => [d.slug, d.label])
      parts.push(this.select("by", [["period", this.say("periods")], ...others], rules.by))
    }
    for (const dimension of dimensions) parts.push(this.members(dimension))
    this.period = periodChooser(this.editor, {
      periods: this.state.measure === "moving_sum" ? { month: periods.month } : periods,
      value: this.state.period,
      several: asksSeveralPeriods(this.state),
      usually: this.state.says ? KINDS.line.usually : rules.usually,
      changed: (period) => this.change({ period }),
    })
    this.state.period = this.period.value()
    parts.push(this.period.box)
    parts.push(this.levels())
    parts.push(this.measures())
    const place = isPlace(this.state)
    if (place) parts.push(this.select("over", dimensions.map((d) => [d.slug, d.label]), "among"))
    for (const key of sides(this.state.measure, rules.asks === "ranking")) parts.push(this.comparison(key, dimensions, periods))
    if (this.state.over && !this.isFigure) parts.push(this.number("top", { max: 1000 }))
    if (this.state.over && rules.small) parts.push(this.number("small_below"))
    if (place || (this.state.over && rules.asks === "ranking")) parts.push(this.check("all"))
    if (this.isFigure) parts.push(this.wordings())
    else parts.push(this.text("title"), this.text("note"), this.text("description"), ...this.presentation())
    this.rest.replaceChildren(...parts.filter(Boolean))
  }

  members(dimension) {
    const { over, by, where, dataset } = this.state
    const lists = (dimension.slug === over && !this.isFigure) || (KINDS[this.item.kind].by && dimension.slug === by)
    const place = isPlace(this.state) && dimension.slug === over
    const empty = place ? this.say("type_to_choose") : lists ? this.say("all_members", { count: dimension.count }) : this.say("total", { name: dimension.total })
    return memberChooser(this.editor, {
      dataset,
      dimension,
      empty,
      ...(place ? { most: 1 } : {}),
      chosen: where[dimension.slug] ?? [],
      changed: (codes) => this.change({ where: { ...this.state.where, [dimension.slug]: codes } }),
    })
  }

  /** How many levels a table lists below each other, where the dimension of its rows has several. */
  levels() {
    const { over, depth } = this.state
    const levels = this.codebook.dimensions.find((one) => one.slug === over)?.levels ?? 1
    if (!KINDS[this.item.kind].depth || levels < 2) return null
    const numbers = Array.from({ length: levels }, (_, n) => n + 1)
    const options = (numbers.includes(depth) ? numbers : [...numbers, depth]).map((one) => [one, one === "all" ? this.say("every_level") : one])
    return this.select("depth", options)
  }

  /** What a sentence may say of a series, and the number with regard to which it is said. */
  statement() {
    const known = this.codebook.says.map((one) => [one.value, one.label])
    return [
      this.select("says", [["", this.say("says_nothing")], ...known]),
      needsNumber(this.state.says) ? this.number("threshold") : null,
    ]
  }

  measures() {
    const known = this.codebook.measures.filter((one) => (this.isFigure && !this.state.says) || !one.place).map((one) => [one.value, one.label])
    const { measure } = this.state
    return this.select("measure", known.some(([value]) => value === measure) ? known : [...known, [measure, measure]])
  }

  /** What a share is of, or what a measure or a ranking compares with. */
  comparison(key, dimensions, periods) {
    const { dataset, measure } = this.state
    const chooser = comparisonChooser(this.editor, {
      key, dataset, dimensions, periods, measure, length: lengthIn(this.state.period), value: this.state[key],
      changed: (chosen) => this.change({ [key]: undefined, ...chosen }),
    })
    Object.assign(this.state, { [key]: undefined }, chooser.value())
    return chooser.box
  }

  field(key, control, name = key) {
    const label = element("label", { for: control.id }, this.say(`field_${name}`))
    const hint = deskOf(this.editor).words[`hint_${key}`]
    if (hint) control.setAttribute("aria-describedby", `${control.id}-hint`)
    const note = hint ? element("p", { class: "desk-hint", id: `${control.id}-hint` }, hint) : null
    const parts = control.type === "checkbox" ? [element("div", { class: "desk-check" }, control, label)] : [label, control]
    return element("div", { class: "desk-field", "data-path": key }, ...parts, note)
  }

  select(key, options, name = key) {
    if (key === "measure" && options.length < 2) return null
    const current = this.state[key] ?? ""
    const control = element("select", { id: freshId(key) }, ...options.map(([value, label]) => element("option", { value, selected: value === current }, label)))
    control.addEventListener("change", () => {
      this.state[key] = key === "depth" ? Number(control.value) || control.value : control.value
      if (this.state.by === this.state.over) this.state.by = "period"
      if ((key === "over" || key === "by") && !this.isFigure) this.state.period = undefined
      if (key === "over") this.state.depth = 1
      if (key === "says") this.statementChanged()
      if (key === "measure") this.measureChanged()
      this.drawRest()
      this.form.querySelector(`[data-path=${key}] select`)?.focus()
      this.show()
    })
    return this.field(key, control, name)
  }

  /** A statement is about several periods and no place; a figure about one. */
  statementChanged() {
    this.state.period = undefined
    if (this.state.says && isPlace(this.state)) Object.assign(this.state, { measure: "value", over: "", against: undefined })
  }

  /** What another measure cannot take over, and what it needs to begin with. */
  measureChanged() {
    Object.assign(this.state, { of: undefined, against: undefined })
    const { measure, over, period, where } = this.state
    if (measure === "moving_sum" && lengthIn(period) !== "month") this.state.period = undefined
    if (!isPlace(this.state)) return
    const one = this.codebook.dimensions.find(({ slug }) => where[slug]?.length === 1)
    this.state.over = over || (one ?? this.codebook.dimensions[0]).slug
  }

  number(key, { max } = {}) {
    const min = key === "threshold" ? null : 1
    const control = element("input", { type: "number", step: "any", min, max, value: this.state[key] ?? "", id: freshId(key) })
    control.addEventListener("input", () => this.change({ [key]: control.value ? Number(control.value) : null }))
    return this.field(key, control)
  }

  check(key) {
    const control = element("input", { type: "checkbox", checked: this.state[key], id: freshId(key) })
    control.addEventListener("change", () => this.change({ [key]: control.checked }))
    return this.field(key, control)
  }

  text(key) {
    const control = element("input", { type: "text", value: this.item[key] ?? "", id: freshId(key), maxlength: 300 })
    control.addEventListener("input", () => {
      this[key] = control.value
      this.later()
    })
    this[key] = control.value
    return this.field(key, control)
  }

  wordingsKnown() {
    return deskOf(this.editor).wordings[this.state.says ? "statement" : this.state.measure] ?? []
  }

  wordings() {
    const options = this.wordingsKnown()
    if (!options.some((one) => one.value === this.wording)) this.wording = options[0]?.value
    const control = element(
      "select", { id: freshId("wording") },
      ...options.map((one) => element("option", { value: one.value, selected: one.value === this.wording }, one.example ? `${one.label} (${one.example})` : one.label)),
    )
    control.addEventListener("change", () => {
      this.wording = control.value
      this.later()
    })
    this.wordingControl = control
    return this.field("wording", control)
  }

  /** Say behind each wording what it makes of this figure; take away those that the article's language has not. */
  showWordings({ wordings } = {}) {
    if (!wordings) return
    const names = new Map(this.wordingsKnown().map((one) => [one.value, one.label]))
    const texts = new Map(wordings.map((one) => [one.value, one]))
    for (const option of [...this.wordingControl.options]) {
      const said = texts.get(option.value)
      if (!said && !option.selected) option.remove()
      if (!said) continue
      const key = said.kept ? "wording_says" : "wording_falls_back"
      option.textContent = this.say(key, { name: names.get(option.value), text: said.text })
    }
  }

  /** How the kind of embed can be presented; what is as by default is not stored. */
  presentation() {
    this.shown = presentation(this.editor, {
      declared: deskOf(this.editor).options[this.item.kind] ?? [],
      chosen: this.options,
      changed: () => this.later(),
    })
    return this.shown.fields
  }

  change(part) {
    Object.assign(this.state, part)
    this.later()
  }

  later() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.show(), 250)
  }

  /** What the form says now, as it would be stored. */
  chosen() {
    const question = toQuestion(this.state)
    if (this.isFigure) return { kind: "figure", question, wording: this.wording }
    const { title, note, description } = this
    return { kind: this.item.kind, question, title: title.trim(), note: note.trim(), description: description.trim(), options: { ...this.options } }
  }

  /** Show what the form says now; gives the item and its result, or null where another look overtook it. */
  async show() {
    clearTimeout(this.timer)
    if (!this.codebook) return null
    const turn = ++this.turn
    const item = this.chosen()
    this.result.setAttribute("aria-busy", "true")
    const result = await preview(this.editor, { ...item, offers: true })
    if (turn !== this.turn) return null
    this.showWordings(result)
    this.shown?.tell(result)
    this.result.removeAttribute("aria-busy")
    showResult(this.editor, this.result, result)
    this.markWrong(result)
    return { item, result }
  }

  markWrong(result) {
    for (const field of this.form.querySelectorAll("[data-path]")) {
      const wrong = !result.ok && result.path && (result.path === field.dataset.path || result.path.startsWith(`${field.dataset.path}.`))
      field.classList.toggle("desk-wrong", Boolean(wrong))
      field.querySelectorAll("input, select").forEach((control) => control.toggleAttribute("aria-invalid", Boolean(wrong)))
    }
  }

  hint(text, { wrong = false } = {}) {
    this.result.replaceChildren(element("p", { class: wrong ? "desk-error" : "desk-hint" }, text))
  }

  async take() {
    if (!this.codebook) {
      this.dataset.input.focus()
      return
    }
    const found = await this.show()
    if (!found) return
    if (found.result.ok) {
      this.done = found
      this.dialog.close()
    } else {
      (this.form.querySelector(".desk-wrong input, .desk-wrong select") ?? this.dataset.input).focus()
    }
  }
}
