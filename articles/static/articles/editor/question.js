/* What the dialog's form says, as the question that the server understands; and back.
 *
 * Keys that the form does not show (an `as_of` that somebody wrote by hand) are kept as they were.
 */

/** The question kinds behind the kinds of embed, and what each lets the editor choose. */
export const KINDS = {
  figure: { asks: "figure", over: "none", several: false },
  ranking: { asks: "ranking", over: "needed", several: false, top: 10, small: true },
  bar: { asks: "ranking", over: "needed", several: false, top: 10 },
  grouped: { asks: "table", over: "needed", several: true, by: "within", top: 6, usually: { length: "year", count: 3 } },
  stacked: { asks: "table", over: "needed", several: true, by: "within", top: 5, usually: { length: "year", count: 5 } },
  slope: { asks: "table", over: "optional", several: true, top: 8, usually: { length: "year", count: 2 } },
  multiples: { asks: "table", over: "needed", several: true, top: 16, usually: { length: "month", count: 36 } },
  key_figures: { asks: "table", over: "optional", several: true, top: 4, usually: { length: "year", count: 2 } },
  map: { asks: "ranking", over: "needed", places: true, several: false },
  table: { asks: "table", over: "needed", several: true, by: "by", depth: true, top: 20, small: true, usually: { length: "year", count: 5 } },
  line: { asks: "table", over: "optional", several: true, top: 5, usually: { length: "month", count: 24 } },
}

/** Whether the form asks for a place among the members of a dimension. */
export const isPlace = ({ kind, measure }) => kind === "figure" && ["rank", "rank_change"].includes(measure)

/** What is said with regard to a number. */
export const needsNumber = (says) => /_(above|below)$/.test(says)

/** The state of the form for a stored question, or for a new one of a kind. */
export function fromQuestion(kind, question) {
  const rules = KINDS[kind]
  if (!question) return { kind, where: {}, over: "", by: "period", measure: "value", depth: 1, top: rules.top ?? null, all: false, says: "", threshold: null, small_below: null, kept: {} }
  const { dataset, where = {}, over = "", by = "period", period, measure = "value", of, against, depth = 1, top = null, exclude, says = "", small_below = null, kind: _, ...kept } = question
  if (rules.over === "none" && over && !isPlace({ kind, measure })) kept.over = over
  const all = exclude !== undefined && Object.keys(exclude).length === 0
  if (exclude !== undefined && !all) kept.exclude = exclude
  const listed = Object.fromEntries(Object.entries(where).map(([name, members]) => [name, [members].flat()]))
  const [word, threshold] = typeof says === "object" ? Object.entries(says)[0] : [says, null]
  return { kind, dataset, where: listed, over, by, period, measure, of, against, depth, top, all, says: word, threshold, small_below, kept }
}

/** The question of the form's state. */
export function toQuestion({ kind, dataset, where, over, by, period, measure, of, against, depth, top, all, says, threshold, small_below, kept }) {
  const rules = KINDS[kind]
  const listing = rules.over !== "none" && over
  const question = { ...kept, dataset, kind: says ? "statement" : rules.over === "optional" && !over ? "series" : rules.asks }
  if (says) question.says = needsNumber(says) ? { [says]: threshold ?? 0 } : says
  const chosen = Object.entries(where).filter(([, members]) => members.length)
  if (chosen.length) {
    question.where = Object.fromEntries(chosen.map(([name, members]) => [name, members.length === 1 ? members[0] : members]))
  }
  const place = isPlace({ kind, measure }) && over
  if (listing || place) question.over = over
  if (rules.by && by !== "period") question.by = by
  question.period = period
  if (measure !== "value") question.measure = measure
  if (of) question.of = of
  if (against) question.against = against
  if (listing && rules.depth && depth !== 1) question.depth = depth
  if (listing && top) question.top = top
  if (listing && small_below && KINDS[kind].small) question.small_below = small_below
  if (all && ((listing && rules.asks === "ranking") || place)) question.exclude = {}
  return question
}

/** Whether the form as it is asks for several periods. */
export const asksSeveralPeriods = ({ kind, by, says }) => Boolean(says) || (KINDS[kind].several && by === "period")
