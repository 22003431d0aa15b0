/** Light, dark, or the system's theme. */

const NEXT: Readonly<Record<string, string>> = { system: 'light', light: 'dark', dark: 'system' }
const KEY = 'leakgate-theme'

export function theme(button: HTMLElement): void {
  const set = (name: string) => {
    document.documentElement.dataset.theme = name
    button.textContent = `Theme: ${name}`
    remember(name)
  }
  button.hidden = false
  set(remembered())
  button.addEventListener('click', () => set(NEXT[document.documentElement.dataset.theme ?? 'system'] ?? 'system'))
}

/** A page opened from disk may have no storage. */
function remembered(): string {
  try {
    const name = localStorage.getItem(KEY) ?? ''
    return Object.hasOwn(NEXT, name) ? name : 'system'
  } catch {
    return 'system'
  }
}

function remember(name: string): void {
  try {
    localStorage.setItem(KEY, name)
  } catch {}
}
