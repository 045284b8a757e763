import { randomBytes } from 'node:crypto';

/** 128 random bits: not to be guessed, whoever may have seen others. */
export function newRandomId(): string {
  return randomBytes(16).toString('base64url');
}
