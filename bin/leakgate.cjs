#!/usr/bin/env node
// The compile cache on (it lies in the package, holds only our own code, and goes with it), then the bundle: the hook's or the rest.
'use strict'
var version = process.versions.node.split('.').map(Number)
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  process.stderr.write(`leakgate needs Node.js 20.19 or newer; this is ${process.version}. Nothing was looked at, so nothing passes.\n`)
  process.exit(3)
}
var enable = require('node:module').enableCompileCache
if (enable) enable(require('node:path').join(__dirname, '../dist/cache'))
var hook = process.argv[2] === 'hook' && /^[a-z]/.test(process.argv[3] || '')
require(hook ? '../dist/hook.cjs' : '../dist/cli.cjs')
