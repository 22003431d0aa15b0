/** Who logs in with a password, if that stands right before it. */

/** `user = 'joe'`, and nothing but a comment before the name in question. */
const AFTER_USER =
  /(?:user|login|uid|mail|account|usr)(?:[_-]?(?:name|id))?["'\]]?[ \t]*(?:=>|[:=,]|[ \t])[ \t]*["']?([\w@.\\-]{2,40})["']?[ \t]*[,;)]?[ \t]*(?:(?:#|\/\/)[^\n]*)?\r?\n?[ \t]*["'$]?[\w.-]*$/

/** In lower case. `before`: what stands before the name of the password, in lower case too. */
export const userBefore = (before: string): string | undefined => AFTER_USER.exec(before)?.[1]
