/* Lists pasted from Word come as paragraphs that look like lists; here they become lists.
 *
 * Word marks them with `mso-list:l0 level1 lfo1` and writes the bullet or number out as ignored text.
 * https://learn.microsoft.com/en-us/openspecs/office_standards/ms-oe376/
 */
import { Extension, Plugin } from "django-prose-editor/editor"

export const WordPaste = Extension.create({
  name: "wordPaste",
  addProseMirrorPlugins() {
    return [new Plugin({ props: { transformPastedHTML: listsFromWord } })]
  },
})

/** The pasted markup with Word's list paragraphs gathered into (nested) lists. */
export function listsFromWord(html) {
  if (!/mso-list:/i.test(html)) return html
  const page = new DOMParser().parseFromString(html, "text/html")
  let open = []
  for (const paragraph of page.querySelectorAll("p")) {
    const level = Number(/mso-list:[^;]*level(\d+)/i.exec(paragraph.getAttribute("style") ?? "")?.[1] ?? 0)
    if (!level) {
      open = []
      continue
    }
    if (open.length && open[0].last !== paragraph.previousElementSibling) open = []
    const marks = [...paragraph.querySelectorAll("span")].filter((span) => /mso-list:\s*ignore/i.test(span.getAttribute("style") ?? ""))
    const ordered = /^\W*(\d+|[a-z]|[ivx]+)[.)]/i.test(marks.map((mark) => mark.textContent).join("").trim())
    marks.forEach((mark) => mark.remove())
    open = open.slice(0, level)
    while (open.length < level) {
      const list = page.createElement(ordered ? "ol" : "ul")
      const within = open.at(-1)
      if (within) (within.list.lastElementChild ?? within.list.appendChild(page.createElement("li"))).append(list)
      else paragraph.before(list)
      open.push({ list, last: list })
    }
    const item = page.createElement("li")
    const words = page.createElement("p")
    words.append(...paragraph.childNodes)
    item.append(words)
    open.at(-1).list.append(item)
    paragraph.remove()
  }
  return page.body.innerHTML
}
