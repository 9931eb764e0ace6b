/* Drafting: what is typed is kept by the server while it is typed, and by the browser while the server is out of reach.
 *
 * Words go to the browser's storage first, at every change, and leave it when the server has them. Addresses and
 * sentences are declared by the page (templates/admin/articles/article/drafting.html).
 */
import { element } from "../elements.js"

const PAUSE = 1_500 // milliseconds without typing after which words are sent
const HEARTBEAT = 15_000 // milliseconds between two signs of life
const PREFIX = "stet-draft-"
const FIELDS = ["title", "standfirst", "summary", "social", "body", "slug", "language"]

class Drafting {
  constructor(region, form) {
    this.region = region
    this.form = form
    this.window = form.elements.window.value
    this.article = region.dataset.article ? Number(region.dataset.article) : null
    this.startedFrom = Number(form.elements.revision.value || 0)
    this.state = region.querySelector("[data-part=state]")
    this.company = region.querySelector("[data-part=company]")
    this.timer = null
  }

  /** `first` are the words with which the form came. */
  start(first) {
    this.sent = JSON.stringify(first)
    this.first = this.sent
    navigator.locks?.request(PREFIX + this.window, () => new Promise(() => {}))
    this.sendLeftovers()
    this.form.addEventListener("input", () => this.changed())
    this.form.addEventListener("change", () => this.changed())
    this.form.addEventListener("submit", () => {
      this.keepHere()
      this.saving = true
    })
    window.addEventListener("online", () => this.send())
    window.addEventListener("pagehide", () => {
      this.keepHere()
      if (!this.saving) this.send({ closed: true })
    })
    document.addEventListener("visibilitychange", () => document.hidden && this.send())
    setInterval(() => this.send(), HEARTBEAT)
    this.send()
  }

  words() {
    return Object.fromEntries(fieldsOf(this.form).map((field) => [field.name, field.value]))
  }

  changed() {
    this.keepHere()
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.send(), PAUSE)
  }

  /** Keep in the browser what the server does not have yet. */
  keepHere() {
    const words = JSON.stringify(this.words())
    if (words === this.sent) return
    const kept = { article: this.article, startedFrom: this.startedFrom, words: JSON.parse(words), at: Date.now() }
    try {
      localStorage.setItem(PREFIX + this.window, JSON.stringify(kept))
    } catch {
      // A browser without storage, or with a full one, relies on the server.
    }
  }

  async send({ closed = false } = {}) {
    const words = JSON.stringify(this.words())
    const isNew = words !== this.sent
    try {
      const company = await this.post({
        window: this.window,
        article: this.article,
        started_from: this.startedFrom,
        words: isNew ? JSON.parse(words) : null,
        closed,
      })
      if (isNew) this.sent = words
      if (JSON.stringify(this.words()) === this.sent) localStorage.removeItem(PREFIX + this.window)
      this.show(company)
    } catch (error) {
      this.say(error.signedOut ? "signedOut" : "offline")
    }
  }

  async post(content) {
    const response = await fetch(this.region.dataset.address, {
      method: "POST",
      credentials: "same-origin",
      redirect: "manual",
      keepalive: JSON.stringify(content).length < 60_000,
      headers: { "Content-Type": "application/json", "X-CSRFToken": this.form.elements.csrfmiddlewaretoken.value },
      body: JSON.stringify(content),
    })
    if (response.type === "opaqueredirect" || response.status === 403) throw Object.assign(new Error(), { signedOut: true })
    if (!response.ok) throw new Error(String(response.status))
    return response.json()
  }

  show({ others, newest, newest_by: by }) {
    this.say(this.sent === this.first ? "" : "kept")
    const told = []
    if (others.length) told.push(this.sentence("company", { names: others.join(", ") }))
    if (newest > this.startedFrom) told.push(this.sentence("newer", { by, number: newest }))
    if (this.company.textContent !== told.join(" ")) this.company.textContent = told.join(" ")
    this.company.hidden = !told.length
    const link = this.region.querySelector("[data-part=compare]")
    if (!link) return
    link.hidden = newest <= this.startedFrom
    link.href = `${link.dataset.address}?old=${this.startedFrom}&new=${newest}`
  }

  say(key) {
    const time = new Date().toLocaleTimeString(document.documentElement.lang || undefined)
    const text = key ? this.sentence(key, { time }) : ""
    if (this.state.textContent !== text) this.state.textContent = text
    this.state.dataset.state = key
  }

  sentence(key, values) {
    return this.region.dataset[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
  }

  /** What earlier windows could not send, because the connection or the browser went away, goes to the server now. */
  async sendLeftovers() {
    const current = JSON.stringify(this.words())
    const open = await openWindows()
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
      const owner = key.slice(PREFIX.length)
      if (owner === this.window || open.has(key)) continue
      const kept = read(key)
      if (!kept || kept.article !== this.article) continue
      try {
        if (JSON.stringify(kept.words) !== current) {
          await this.post({ window: owner, article: kept.article, started_from: kept.startedFrom, words: kept.words, closed: true })
          this.offer()
        }
        localStorage.removeItem(key)
      } catch {
        return
      }
    }
  }

  offer() {
    const again = element("a", { href: "" }, this.region.dataset.reload)
    this.region.append(element("p", { role: "status" }, this.region.dataset.leftovers, " ", again))
  }
}

/** The windows of this browser that are open: each holds a lock as long as it lives. */
async function openWindows() {
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  return new Set(held.map((lock) => lock.name))
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key))
  } catch {
    return null
  }
}

const region = document.getElementById("desk-drafting")
const form = document.getElementById("article_form")
if (region && form?.elements.window) {
  const drafting = new Drafting(region, form)
  whenWritable(form, (first) => drafting.start(first))
}

function fieldsOf(form) {
  return FIELDS.map((name) => form.elements[name]).filter(Boolean)
}

/** Once every editor of a form stands: with the words of each as it came, which editors even out as they open. */
function whenWritable(form, go) {
  const first = Object.fromEntries(fieldsOf(form).map((field) => [field.name, field.value]))
  const opening = fieldsOf(form).filter((field) => field.matches("[data-django-prose-editor-configurable]"))
  const left = new Set(opening.filter((field) => !field.closest(".prose-editor")))
  const ready = (field) => {
    first[field.name] = field.value
    left.delete(field)
    if (!left.size) go(first)
  }
  form.addEventListener("prose-editor:ready", ({ target }) => left.has(target) && setTimeout(() => ready(target)))
  if (!left.size) go(first)
}
