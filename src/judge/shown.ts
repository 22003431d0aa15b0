/** Places where values are only shown: tests, examples, documents, translations. */
import { oneOf, raw } from '../../patterns/sources.ts'

/** Matched against the path, as it is and in lower case. */
export interface Show {
  readonly place: string
  readonly form: RegExp
}

/** Begins the name of a folder or file. */
const START = '(?:^|/)'

export const TRANSLATION: Show = {
  place: 'a translation',
  form: new RegExp(
    oneOf([
      raw`${START}(?:lang|languages?|locales?|localization|i18n|l10n|translations?|nls|msgs|dictionar(?:y|ies))/`,
      raw`\.lproj/|/res/values-[a-z]{2}`, // of iOS, of Android
      raw`${START}messages/[a-z]{2}(?:[-_][A-Za-z]{2,4})?\.\w{2,4}$`,
      raw`(?:messages|labels|strings|resources)_(?!qa|ci|db)[a-z]{2}(?:_[a-z]{2,4})?\.(?:properties|java|dart)$`,
      raw`\.(?:po|pot|arb|resx|xlf|xliff)$`,
    ]),
  ),
}

export const DOCUMENT: Show = { place: 'a document', form: /(?:^|\/)docs?\/|(?:^|\/)(?:readme|changelog)|\.(?:md|markdown|rst|adoc)$/ }

const EXAMPLE: Show = {
  place: 'a place for tests or examples',
  form: new RegExp(
    oneOf([
      raw`${START}(?:tests?|__tests__|specs?|testdata|fixtures?|examples?|samples?|mocks?|__mocks__|demos?|e2e|cypress|testing)/`,
      raw`[._-](?:tests?|spec|example|sample|mock)s?\.\w+$`, // login.test.ts
      raw`\.(?:example|sample|template|dist)$`,
      raw`${START}tests?_`,
      raw`[a-z\d](?:Tests?|Specs?|TestCase|IT|Stories)\.\w+$`, // LoginTests.cs, UserServiceTest.java
      raw`\.stories\.\w+$`,
      raw`${START}(?:swagger|openapi)[\w.-]*\.(?:json|ya?ml)$`,
      raw`(?:^|[/._-])seed(?:s|er|ers)?(?:/|\.\w+$)`, // of a database
      raw`\.snap$`,
    ]),
  ),
}

const SHOWS: readonly Show[] = [TRANSLATION, DOCUMENT, EXAMPLE]

/** The kind of place that the path is, if values are only shown there. */
export function showAt(path: string): Show | undefined {
  const lower = path.toLowerCase()
  return SHOWS.find(({ form }) => form.test(lower) || form.test(path))
}
