/** Bundler plugins: parts that are loaded late, from elsewhere, or not at all. */
import { resolve } from 'node:path'
import type { Plugin } from 'esbuild'

/** Loads these functions of node at their first use, not at startup: a module like node:crypto costs milliseconds. */
export function lazyNodeModules(names: Readonly<Record<string, readonly string[]>>): Plugin {
  return {
    name: 'lazy-node-modules',
    setup(build) {
      build.onResolve({ filter: /^node:/ }, ({ path, namespace }) =>
        names[path] && namespace !== 'lazy' ? { path, namespace: 'lazy' } : undefined,
      )
      build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({
        contents:
          names[path]?.map((name) => `export const ${name} = (...args) => require(${JSON.stringify(path)}).${name}(...args)`).join('\n') ??
          '',
        loader: 'js',
      }))
    },
  }
}

/** Moves a package to a separate bundle, loaded on demand. */
export function inFile(name: string, file: string): Plugin {
  return {
    name: 'in-file',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: file, external: true }))
    },
  }
}

/** Takes modules of ours, by their paths in src, from another bundle, which exports everything they do. */
export function from(file: string, modules: readonly string[]): Plugin {
  const paths = new Set(modules.map((module) => resolve('src', `${module}.ts`)))
  return {
    name: `from ${file}`,
    setup(build) {
      build.onResolve({ filter: /\.ts$/ }, ({ path, resolveDir }) =>
        paths.has(resolve(resolveDir, path)) ? { path: file, external: true } : undefined,
      )
    },
  }
}

/** Takes a package from another bundle, which exports it under its name. */
export function packageFrom(file: string, name: string): Plugin {
  return {
    name: `${name} from ${file}`,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: `package from ${file}` }))
      build.onResolve({ filter: /^\./, namespace: `package from ${file}` }, ({ path }) => ({ path, external: true }))
      build.onLoad({ filter: /.*/, namespace: `package from ${file}` }, () => ({
        contents: `export { ${name} as default } from '${file}'`,
      }))
    },
  }
}

/** Omits what is imported by such a name (a regular expression), which a package needs only for features that we do not use. */
export function without(name: string, contents = 'module.exports = {}'): Plugin {
  return {
    name: `without ${name}`,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: `without ${name}` }))
      build.onLoad({ filter: /.*/, namespace: `without ${name}` }, () => ({ contents }))
    },
  }
}

/** Moves a module of ours to a separate bundle, loaded when one of its functions is called. */
export function later(module: string, file: string, names: readonly string[]): Plugin {
  return {
    name: `later ${module}`,
    setup(build) {
      build.onResolve({ filter: new RegExp(`/${module}$`) }, () => ({ path: file, namespace: `later ${module}` }))
      build.onResolve({ filter: /.*/, namespace: `later ${module}` }, ({ path }) => ({ path, external: true }))
      build.onLoad({ filter: /.*/, namespace: `later ${module}` }, ({ path }) => ({
        contents: names.map((name) => `exports.${name} = (...args) => require(${JSON.stringify(path)}).${name}(...args)`).join('\n'),
        loader: 'js',
      }))
    },
  }
}
