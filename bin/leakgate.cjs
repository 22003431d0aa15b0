#!/usr/bin/env node
/**
 * Starts the bundles: the hook's or the rest, and what they load. V8's code cache of each is kept beside them: it contains only our own
 * code, and is removed with the package. Node's own cache (`module.enableCompileCache`) is taken before a bundle has run, when most
 * functions are not compiled yet. This file must parse in old versions of Node.js, from 6 on.
 */
'use strict'
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  const problem = `it needs Node.js 20.19 or newer, and ${process.version} is first on the PATH. Nothing was scanned, so nothing passes.`
  process.stderr.write(`\n  leakgate: ${problem}\n  Put a newer node before it, or set LEAKGATE_NODE to the path of one.\n\n`)
  process.exit((Number(process.env.LEAKGATE_CLEAN) || 0) + 3)
}
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

const dist = path.join(__dirname, '../dist')
const cache = path.join(dist, 'cache', `${process.version}-${process.arch}`)
const modules = new Map()
const fresh = []
const isHook = process.argv[2] === 'hook' && /^[a-z]/.test(process.argv[3] || '') && !/^(--help|-h)$/.test(process.argv[4] || '')

function load(id) {
  if (!id.startsWith('./')) return require(id)
  if (modules.has(id)) return modules.get(id).exports
  const module = { exports: {} }
  modules.set(id, module)
  const filename = path.join(dist, id)
  const file = path.join(cache, id)
  const source = fs.readFileSync(filename)
  const code = source.toString('latin1') // esbuild writes ASCII: V8 stores such a text in half the space
  const text = `(function (exports, require, module, __filename, __dirname) {${code}\n})`
  const script = new vm.Script(text, { filename, cachedData: kept(file, source) })
  // The cache of the hook's bundle is written only by a hook: other programs run another part of it.
  if (script.cachedDataRejected !== false && (isHook || id !== './hook.cjs')) fresh.push({ script, file, source, module })
  script.runInThisContext()(module.exports, load, module, filename, dist)
  return module.exports
}

/** Reads cached code: the file contains the source it belongs to, and the code twice, as V8 does not check whether it is complete. */
function kept(file, source) {
  try {
    const all = fs.readFileSync(file)
    const twice = all.subarray(source.length)
    const code = twice.subarray(0, twice.length / 2)
    return source.equals(all.subarray(0, source.length)) && code.equals(twice.subarray(code.length)) ? code : undefined
  } catch (_) {
    return undefined // no cache yet
  }
}

function keep({ script, file, source }) {
  const part = `${file}.${process.pid}`
  const code = script.createCachedData()
  try {
    fs.writeFileSync(part, Buffer.concat([source, code, code]))
    fs.renameSync(part, file)
  } finally {
    fs.rmSync(part, { force: true })
  }
}

process.on('exit', () => {
  if (fresh.length === 0) return
  try {
    fs.mkdirSync(cache, { recursive: true })
    fs.accessSync(cache, fs.constants.W_OK)
    for (const { module } of fresh) if (module.exports.warmUp) module.exports.warmUp() // this may load more fresh modules
    fresh.forEach(keep)
  } catch (_) {
    // If nothing can be written, each start is as slow as the first.
  }
})

if (isHook) load('./hook.cjs').run()
else load('./cli.cjs')
