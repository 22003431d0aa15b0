/** Which versions of images containers are made from. */
import { containers, dockerfiles, inPlaceOf, NONE, none } from './containers.ts'
import { filled, stageOf } from './dockerfile.ts'
import type { Facts } from './facts.ts'
import { byRule, type Judge, unquoted } from './opinion.ts'
import { lineOf, wordsIn } from './structure.ts'

export const imageVersions: Judge = (facts) => (none(facts) ? NONE : { evidence: moving(facts), instead: inPlaceOf(facts, 'image-latest') })

const moving = (facts: Facts) =>
  unquoted(
    [
      ...dockerfiles(facts).flatMap(([path, file]) =>
        file.stages
          .filter((stage) => !stageOf(file, stage) && moves(stage.from))
          .map(({ line, from }) => byRule('image-latest', { path, line, says: imageName(from) })),
      ),
      ...containers(facts).flatMap(({ path, text, at, data }) =>
        wordsIn(data.image)
          .map((image) => filled(image, new Map()))
          .filter((image) => moves(image) && !('build' in data))
          .map((image) => byRule('image-latest', { path, line: lineOf(text, ['image:'], at), says: imageName(image) })),
      ),
    ],
    facts,
  )

/** Only printable if it looks like the name of an image. */
const imageName = (image: string) => (/^[\w./:-]{1,100}$/.test(image) ? image : 'an image')

/** Has no version, or `latest`. The value of a variable is unknown. */
const moves = (image: string) => !/[$@{]/.test(image) && image !== 'scratch' && !/:(?!latest$)[^/]+$/.test(image)
