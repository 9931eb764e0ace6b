/* Making elements. Strings become text, never markup. */

/** An element with attributes and children; strings become text, never markup. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "")
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value)
  }
  made.append(...children.filter((child) => child !== null && child !== undefined))
  return made
}

let counted = 0
/** An id that no other element of the page has. */
export function freshId(stem) {
  counted += 1
  return `made-${stem}-${counted}`
}
