import type { JSX } from 'preact';
import type { Words } from '../../words/en.ts';
import { phoneHref } from '../read/address.ts';
import type { Center, Phone } from '../read/answer.ts';
import { call } from './call.ts';
import { phoneText } from './telling.ts';

/** A phone number of a center, with who answers it. */
export function centerCall(words: Words, phone: Phone, solid: boolean, onCall?: () => void): JSX.Element {
  const who = phoneText(words, phone);
  return call({ href: phoneHref(phone), number: phone.display, who, solid, ...(onCall ? { onCall } : {}) });
}

/**
 * The number that an opened card shows first: the line for new clients if the center itself answers one; otherwise its
 * first number.
 */
export function firstToCall({ phones }: Center): Phone | undefined {
  const takes = ['intake', 'admissions'];
  return phones.find((phone) => takes.includes(phone.purpose) && phone.answeredBy === 'facility') ?? phones[0];
}
