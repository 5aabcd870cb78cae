import type { JSX } from 'preact';
import type { Words } from '../../words/en.ts';
import { phoneHref } from '../read/address.ts';
import type { Phone } from '../read/answer.ts';
import { call } from './call.ts';
import { phoneText } from './telling.ts';

/** A center's number, with who answers it. */
export function centerCall(words: Words, phone: Phone, solid: boolean, onCall?: () => void): JSX.Element {
  const who = phoneText(words, phone);
  return call({ href: phoneHref(phone), number: phone.display, who, solid, ...(onCall ? { onCall } : {}) });
}
