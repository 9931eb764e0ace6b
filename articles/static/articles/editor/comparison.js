/* Choosing what a share is taken of, and what a change or a multiple compares with.
 *
 * The counterpart of `of` and `against` in stats/questions/measures.py. What somebody wrote by hand and the form
 * cannot show (an edition, two things at once) is kept as it was.
 */
import { element, freshId, say } from "articles/editor/desk"
import { memberChooser } from "articles/editor/members"
import { periodChooser } from "articles/editor/period"

const IN_TIME = ["year_before", "previous", "period"]

/** Whether this form can show what a measure compares with; that of any other measure stays as it is stored. */
export const compares = (measure) => ["share", "change", "percent_change", "ratio"].includes(measure)

/** A chooser of the other side of a measure. `value` is `{of, against}`; `changed` is told the new one. */
export function comparisonChooser(editor, { dataset, dimensions, periods, measure, value, changed }) {
  const key = measure === "share" ? "of" : "against"
  const state = read(key, value[key], dimensions)
  const box = element("fieldset", { class: "desk-period", "data-path": key })
  let period = null

  function draw() {
    const modes = [
      ...(key === "of" ? [["parent", say(editor, "of_parent")]] : IN_TIME.map((one) => [one, say(editor, `against_${one}`)])),
      ...dimensions.map((dimension) => [dimension.slug, say(editor, "other_members", { name: dimension.label })]),
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
    const dimension = dimensions.find((one) => one.slug === state.mode)
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
    if (key === "of") return mode === "parent" ? {} : { of: { [mode]: members } }
    if (mode === "period") return { against: { period: period.value() } }
    return { against: IN_TIME.includes(mode) ? { period: mode } : { where: { [mode]: members } } }
  }

  draw()
  return { box, value: write }
}

/** The state of the form for what is stored. */
function read(key, stored, dimensions) {
  const state = { mode: key === "of" ? "parent" : "year_before", members: [], period: undefined, kept: null }
  if (stored === undefined) return state
  const { where = key === "of" ? stored : {}, period, as_of } = key === "of" ? {} : stored
  const slugs = Object.keys(where)
  if (as_of === undefined && !slugs.length && typeof period === "string") return { ...state, mode: period }
  if (as_of === undefined && !slugs.length && period !== undefined) return { ...state, mode: "period", period }
  if (as_of === undefined && period === undefined && slugs.length === 1 && dimensions.some((one) => one.slug === slugs[0])) {
    return { ...state, mode: slugs[0], members: [where[slugs[0]]].flat() }
  }
  return { ...state, mode: "kept", kept: stored }
}
