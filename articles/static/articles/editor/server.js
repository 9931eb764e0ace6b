/* The way to the server: JSON in, JSON out, and a sentence for each way in which it can fail. */
import { deskOf, say } from "articles/editor/desk"

/** The JSON at one of the desk's addresses; an Error with a sentence for people otherwise. */
export async function read(editor, address, parameters = {}, { signal } = {}) {
  const url = new URL(deskOf(editor).addresses[address], document.baseURI)
  for (const [key, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) url.searchParams.append(key, one)
  }
  return answer(editor, await reach(editor, url, { signal }))
}

/** What the server answers to a JSON object sent to one of the desk's addresses. */
export async function send(editor, address, content, { signal } = {}) {
  const url = new URL(deskOf(editor).addresses[address], document.baseURI)
  const headers = { "Content-Type": "application/json", "X-CSRFToken": token(editor) }
  return answer(editor, await reach(editor, url, { method: "POST", headers, body: JSON.stringify(content), signal }))
}

async function reach(editor, url, options) {
  try {
    return await fetch(url, { credentials: "same-origin", redirect: "manual", ...options })
  } catch (error) {
    if (error.name === "AbortError") throw error
    throw new Error(say(editor, "unreachable"))
  }
}

async function answer(editor, response) {
  if (response.type === "opaqueredirect" || response.status === 403) throw new Error(say(editor, "signed_out"))
  let found = null
  try {
    found = await response.json()
  } catch {
    throw new Error(say(editor, "failed", { status: response.status }))
  }
  if (!response.ok) throw new Error(found.message ?? say(editor, "failed", { status: response.status }))
  return found
}

function token(editor) {
  const form = editor.options.element.closest("form")
  return form?.querySelector("[name=csrfmiddlewaretoken]")?.value ?? ""
}
