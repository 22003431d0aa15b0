/** What the bundler does beyond bundling. */
import { createRequire } from 'node:module'
import type { Plugin } from 'esbuild'
import { rules } from '../../patterns/index.ts'
import { compileBook } from '../detect/rules.ts'
import type { Rule } from '../types.ts'

/** Puts the computed book in the place of the rules: no automaton is built and no example is loaded at a commit. */
export function builtinBook(): Plugin {
  return {
    name: 'builtin-book',
    setup(build) {
      build.onLoad({ filter: /[\\/]patterns[\\/]index\.ts$/ }, () => ({ contents: `export const rules = [${rules.map(ruleCode).join(',\n')}]`, loader: 'js' }))
      build.onLoad({ filter: /[\\/]detect[\\/]builtin\.ts$/ }, ({ path }) => ({ contents: bookCode(), loader: 'js', resolveDir: path.replace(/[\\/]builtin\.ts$/, '') }))
    },
  }
}

/** A rule without its examples: those are for tests and for the authors of rules. */
function ruleCode(rule: Rule): string {
  const { catches: _, spares: __, pattern, ...data } = rule
  return `{...${JSON.stringify(data)}${pattern ? `,pattern:${pattern}` : ''},catches:[],spares:[]}`
}

function bookCode(): string {
  const { rules: _, words, names, ...data } = compileBook(rules)
  return `import { rules } from '../../patterns/index.ts'
import { Book } from './match.ts'
const numbers = (text, Kind) => { const bytes = Buffer.from(text, 'base64'); return new Kind(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)) }
export const builtin = new Book({ rules, words: ${automatonCode(words)}, names: ${automatonCode(names)}, ...${JSON.stringify(data)} })`
}

function automatonCode(data: object): string {
  const fields = Object.entries(data).map(([key, value]) =>
    ArrayBuffer.isView(value)
      ? `${key}:numbers('${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')}',${value.constructor.name})`
      : `${key}:${JSON.stringify(value)}`,
  )
  return `{${fields.join(',')}}`
}

/** Loads these modules at their first use, not at the start: node:crypto costs milliseconds, and a clean commit needs none of it. */
export function lazyNodeModules(names: readonly string[]): Plugin {
  return {
    name: 'lazy-node-modules',
    setup(build) {
      build.onResolve({ filter: /^node:/ }, ({ path, namespace }) => (names.includes(path) && namespace !== 'lazy' ? { path, namespace: 'lazy' } : undefined))
      build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({
        contents: functionsOf(path)
          .map((name) => `exports.${name} = (...args) => require(${JSON.stringify(path)}).${name}(...args)`)
          .join('\n'),
        loader: 'js',
      }))
    },
  }
}

const functionsOf = (path: string) => Object.entries(createRequire(import.meta.url)(path)).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
