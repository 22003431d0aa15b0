/** What the bundler does beyond bundling: parts that load late, elsewhere, or not at all. */
import type { Plugin } from 'esbuild'

/** Loads these functions of node at their first use, not at the start: a module like node:crypto costs milliseconds. */
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

/** Leaves a package to a bundle of its own beside this one, loaded when it is asked for. */
export function inFile(name: string, file: string): Plugin {
  return {
    name: 'in-file',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: file, external: true }))
    },
  }
}

/** Leaves modules of ours to another bundle, which exports all that they do. */
export function from(file: string, modules: readonly string[]): Plugin {
  return {
    name: `from ${file}`,
    setup(build) {
      build.onResolve({ filter: new RegExp(`/(?:${modules.join('|')})\\.ts$`) }, () => ({ path: file, external: true }))
    },
  }
}

/** Leaves a package out that another one would only call for what is never asked of it. */
export function without(name: string, contents = 'module.exports = {}'): Plugin {
  return {
    name: `without ${name}`,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: `without ${name}` }))
      build.onLoad({ filter: /.*/, namespace: `without ${name}` }, () => ({ contents }))
    },
  }
}

/** Leaves a module of ours to a bundle of its own, loaded when one of its functions is called. */
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
