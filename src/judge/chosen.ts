/** Passwords that people choose by a policy: letters, a digit and a sign, as `Thunder.turtle65?`. */
import { placeholder } from './placeholder.ts'

const POLICY =
  /^(?=[^A-Za-z]*[A-Za-z])(?=\D*\d)(?=[\w.+~=,;-]*(?:[!@#$^&*?]|%(?![\dA-Fa-f]{2})))(?!\S+@[\w-]+\.[a-z]+$)[\w.!@#$%^&*?+~=,;-]{8,32}$/

export const isChosen = (secret: string) => POLICY.test(secret) && placeholder(secret) === undefined
