/* Choosing what a share is taken of, and what a change, a multiple, an index or a ranking compares with.
 *
 * The counterpart of `of` and `against` in stats/questions/measures.py. What somebody wrote by hand and the form
 * cannot show (an edition, two things at once) is kept as it was.
 */
import { element, freshId, say } from "articles/editor/desk"
import { memberChooser } from "articles/editor/members"
import { periodChooser } from "articles/editor/period"

const IN_TIME = ["year_before", "previous", "period"]
const SIDES = {
  share: ["of"], change: ["against"], percent_change: ["against"], ratio: ["against"], index: ["against"],
  contribution: ["of", "against"], rank_change: ["against"],
}
/** What is offered in time, for measures with which not all of it, or more, is possible. */
const TIMES = { index: ["period"], value: ["nothing", ...IN_TIME] }
/** Measures that compare with other members, too. */
const WITH_MEMBERS = ["change", "percent_change", "ratio"]

/** The keys of a question that this form can show for a measure; what others compare with stays as it is stored. */
export const sides = (measure, ranking) => (measure === "value" && ranking ? ["against"] : SIDES[measure] ?? [])

/**
 * A chooser of one side of a measure. `value` is what is stored under `key`; `length` that of the periods that are
 * likely meant; `changed` is told the new keys.
 */
export function comparisonChooser(editor, { key, dataset, dimensions, periods, measure, length, value, changed }) {
  const times = key === "of" ? ["parent"] : TIMES[measure] ?? IN_TIME
  const others = key === "of" || WITH_MEMBERS.includes(measure) ? dimensions : []
  const state = read(key, value, times, others)
  const box = element("fieldset", { class: "desk-period", "data-path": key })
  let period = null

  function draw() {
    const modes = [
      ...times.map((one) => [one, say(editor, `${key}_${one}`)]),
      ...others.map((dimension) => [dimension.slug, say(editor, "other_members", { name: dimension.label })]),
      ...(state.kept ? [["kept", say(editor, "as_stored")]] : []),
    ]
    const select = element(
      "select", { id: freshId(key) },
      ...modes.map(([mode, label]) => element("option", { value: mode, selected: mode === state.mode }, label)),
    )
    select.addEventListener("change", () => {
      Object.assign(state, { mode: select.value, members: [] })
      draw()
      box.querySelector("select")?.focus()
      changed(write())
    })
    box.replaceChildren(
      element("legend", {}, say(editor, `field_${key}`)),
      element("div", { class: "desk-part" }, element("label", { for: select.id }, say(editor, "what")), select),
      ...details(),
    )
  }

  function details() {
    const dimension = others.find((one) => one.slug === state.mode)
    if (dimension) {
      return [
        memberChooser(editor, {
          dataset,
          dimension,
          path: `${key}.${dimension.slug}`,
          empty: say(editor, "type_to_choose"),
          chosen: state.members,
          changed: (members) => {
            state.members = members
            changed(write())
          },
        }),
      ]
    }
    if (state.mode !== "period") return []
    period = periodChooser(editor, {
      periods,
      value: state.period,
      several: false,
      usually: { length },
      path: "against.period",
      changed: (chosen) => {
        state.period = chosen
        changed(write())
      },
    })
    return [period.box]
  }

  /** The keys of the question, as the form has them. */
  function write() {
    const { mode, members, kept } = state
    if (mode === "kept") return { [key]: kept }
    if (mode === "parent" || mode === "nothing") return {}
    if (key === "of") return { of: { [mode]: members } }
    if (mode === "period") return { against: { period: period.value() } }
    return { against: IN_TIME.includes(mode) ? { period: mode } : { where: { [mode]: members } } }
  }

  draw()
  return { box, value: write }
}

/** The state of the form for what is stored. */
function read(key, stored, times, others) {
  const state = { mode: times[0], members: [], period: undefined, kept: null }
  if (stored === undefined) return state
  const { where = key === "of" ? stored : {}, period, as_of } = key === "of" ? {} : stored
  const slugs = Object.keys(where)
  if (as_of === undefined && !slugs.length && times.includes(period)) return { ...state, mode: period }
  if (as_of === undefined && !slugs.length && typeof period === "object") return { ...state, mode: "period", period }
  if (as_of === undefined && period === undefined && slugs.length === 1 && others.some((one) => one.slug === slugs[0])) {
    return { ...state, mode: slugs[0], members: [where[slugs[0]]].flat() }
  }
  return { ...state, mode: "kept", kept: stored }
}
