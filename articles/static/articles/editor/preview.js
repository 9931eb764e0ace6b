/* Previews of figures and embeds as readers will see them, asked for together and remembered for a while.
 *
 * An article with forty figures opens with one request, not forty; a page that stays open for a day does not go on
 * showing the figures of an edition that is no longer in force.
 */
import { articleLanguage } from "articles/editor/desk"
import { send } from "articles/editor/server"

const MINUTE = 60_000
const remembered = new Map()
let waiting = []

/** The server's rendering of one figure or embed: `{ok, text, explanation}`, `{ok, html}` or `{ok: false, message}`. */
export function preview(editor, item) {
  const language = articleLanguage(editor)
  const key = `${language} ${JSON.stringify(item)}`
  const known = remembered.get(key)
  if (known && Date.now() - known.at < 2 * MINUTE) return known.result
  const result = new Promise((resolve) => {
    if (!waiting.length) setTimeout(flush, 30)
    waiting.push({ editor, item, language, key, resolve })
  })
  remembered.set(key, { at: Date.now(), result })
  return result
}

async function flush() {
  const asked = waiting
  waiting = []
  for (const language of new Set(asked.map((one) => one.language))) {
    const together = asked.filter((one) => one.language === language)
    for (let start = 0; start < together.length; start += 50) {
      await ask(together.slice(start, start + 50), language)
    }
  }
}

async function ask(asked, language) {
  try {
    const { results } = await send(asked[0].editor, "preview", { language, items: asked.map((one) => one.item) })
    asked.forEach((one, at) => one.resolve(results[at]))
  } catch (error) {
    for (const one of asked) {
      // A failure of the way is not remembered, so that the next look asks again.
      remembered.delete(one.key)
      one.resolve({ ok: false, message: error.message })
    }
  }
}
