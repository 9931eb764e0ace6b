/* Showing what the server rendered: a number with its explanation, an embed as readers see it, or what is wrong. */
import { deskOf, element, say } from "articles/editor/desk"

/** Fill a box with a result. Embeds stand in a shadow tree, where the admin's style sheets do not reach. */
export function showResult(editor, box, result) {
  if (!result.ok) {
    const accepted = (result.accepted ?? []).length
      ? element("p", {}, say(editor, "nearest", { names: result.accepted.join(" · ") }))
      : null
    box.replaceChildren(element("div", { class: "desk-error" }, element("p", {}, result.message), accepted))
  } else if (result.html === undefined) {
    box.replaceChildren(
      element("p", { class: "desk-number" }, result.text),
      ...(result.explanation ?? []).map((line) => element("p", { class: "desk-hint" }, line)),
    )
  } else {
    const host = element("div", { class: "desk-embed-result" })
    showEmbed(editor, host, result.html)
    box.replaceChildren(host)
  }
}

/** The server's markup of an embed in the shadow tree of an element, with the style sheets of the public page. */
export function showEmbed(editor, host, html) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" })
  const sheets = deskOf(editor).stylesheets.map((href) => element("link", { rel: "stylesheet", href }))
  const body = element("div", { class: "embed-preview" })
  // The markup is the server's own, made by the renderer that makes public pages, which escapes all text.
  body.innerHTML = html
  // A link in a preview leads nowhere: following it would leave what is being written.
  body.addEventListener("click", (event) => event.target.closest("a") && event.preventDefault())
  root.replaceChildren(...sheets, body)
}
