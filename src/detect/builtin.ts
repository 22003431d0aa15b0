/** Our own rules as an open book. The build computes the book's data beforehand and puts it in the place of this module. */
import { rules } from '../../patterns/index.ts'
import { Book } from './book.ts'
import { compileBook } from './rules.ts'

export const builtin = new Book(rules, compileBook(rules))
