/** The user name that belongs to a password, if it is right before it. */

/** `user = 'joe'`, with at most a comment between it and the name of the password. */
const AFTER_USER =
  /(?:user|login|uid|mail|account|usr)(?:[_-]?(?:name|id))?["'\]]?[ \t]*(?:=>|[:=,]|[ \t])[ \t]*["']?([\w@.\\-]{2,40})["']?[ \t]*[,;)]?[ \t]*(?:(?:#|\/\/)[^\n]*)?\r?\n?[ \t]*["'$]?[\w.-]*$/

/** `before`: the text before the name of the password; all in lower case. */
export const userBefore = (before: string): string | undefined => AFTER_USER.exec(before)?.[1]
