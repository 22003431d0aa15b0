/** Words that tell a password that is made up for a text, or a name, from one that a person uses. */
import { spelt } from './placeholder.ts'
import { setOf } from './words.ts'

/** Words in names of things, and in placeholders for a password. */
const NAMING = setOf(
  'account admin api app auth aws azure base box button client code col config cred creds credential credentials custom data database',
  'db default demo dev dir dummy env example fake field file foo bar form host hash icon id img index input item key label line local',
  'login mock name node num number obj object page param pass passphrase passwd password path pin place placeholder prod production',
  'profile project pwd ref release reset role root row salt sample secret secrets secretsmanager server service windows office report',
  'update validation min max length cluster worker master postgres postgresql mysql mariadb redis mongo mongodb rabbitmq kafka elastic',
  'rds sealed session setting sha staging step string style tab table temp template test tests text title tmp token type url user',
  'username val value var vault version view web word',
)

/** Words of passwords that are made up for a text: `Str0ngP@ss!`, `Welcome123!`. */
const MADE_UP = setOf(
  'abc abcd abcde abcdef alice bob change changed choose complex correct horse default easy foobar good guest hello hunter initial',
  'issue john letmein long monkey mypass new old pass passw passwd password passwort safe sec secret secure secured some strong super',
  'temporary temp test tester ticket unique very weak welcome winter summer spring world xyz your zaq',
)

/** Parts of longer words, in several languages. */
const TELLING = /passw|contrasen|heslo|senha|kennwort|parola|secret|admin|test|user|demo|example/

/** The words that are joined by signs, digits or capitals. */
export const wordsOf = (secret: string): readonly string[] => secret.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []

/** Is it a word of names, or too short to tell? */
export const isNaming = (word: string) => word.length < 3 || NAMING.has(word.toLowerCase())

/** Does it contain such a word, also as `p4ss`? In a document, most passwords do; one that a person uses does not. */
export function isMadeUp(secret: string): boolean {
  const plain = spelt(secret.toLowerCase()).replaceAll('!', 'i')
  const words = [...wordsOf(secret).map((word) => word.toLowerCase()), ...(plain.match(/[a-z]+/g) ?? [])]
  // Shorter words occur by chance.
  return words.some((word) => (word.length > 3 && (MADE_UP.has(word) || NAMING.has(word))) || TELLING.test(word))
}
