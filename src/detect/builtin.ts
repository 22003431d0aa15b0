/** The built-in rules as a book. The build replaces this module by one with precomputed data. */
import { rules } from '../../patterns/index.ts'
import { Book } from './book.ts'
import { compileBook } from './rules.ts'

export const builtin = new Book(rules, compileBook(rules))
