/** Creates and finds elements. Text is only ever set as text. */

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value))
  made.append(...children)
  return made
}

/** An element that the page always has. */
export function the<Kind extends HTMLElement>(selector: string, kind: new () => Kind): Kind {
  const found = document.querySelector(selector)
  if (found instanceof kind) return found
  throw new Error(`The page has no ${selector}`)
}

export const number = (value: number) => value.toLocaleString('en')

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
