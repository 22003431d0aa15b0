/** A command whose arguments are a list, as the single line that one would type. */
import { type Piece, type Read, together } from './decode.ts'
import { items } from './items.ts'

/** Fewer arguments contain no secret. */
const FEWEST = 3

/**
 * `["CMD", "mysqladmin", "-p…"]`, `execFile('curl', ['-u', '…'])`, `subprocess.run(["sshpass", "-p", "…"])`: the command, or what runs it,
 * begins at `at`.
 */
export function commandLine(text: string, at: number): Read | undefined {
  const open = /^[^"'`\n]{0,24}(?=["'`])/.exec(text.slice(at, at + 25))?.[0].length
  if (open === undefined) return undefined
  const command = items(text, at + open)
  const bracket = /^\s{0,8}\[/.exec(text.slice(command.end, command.end + 9))?.[0].length ?? 0
  const list = items(text, command.end + bracket)
  const pieces = [...command.pieces, ...list.pieces]
  return pieces.length < FEWEST ? undefined : { ...together(pieces.flatMap(apart), 'joined'), end: list.end }
}

const apart = (piece: Piece): Piece[] => [piece, { text: ' ', at: piece.at + piece.text.length, width: 1 }]
