import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { type Phone, phoneSchema } from '../../functions/domain/contact.ts';
import type { Listing } from './workbook.ts';

/** `480-317-2214 x3`: the number in E.164 and the extension apart. Null for what is not a United States number. */
export function parsePhone(text: string): Pick<Phone, 'number' | 'extension'> | null {
  const [, plainNumber = '', extension] = /^(.*?)(?:\s*(?:x|ext\.?)\s*(\d+))?$/i.exec(text.trim()) ?? [];
  const parsed = parsePhoneNumberFromString(plainNumber, 'US');
  if (parsed === undefined || !parsed.isPossible()) return null;
  const phone = { number: parsed.number, extension: extension ?? null };
  return phoneSchema.pick({ number: true, extension: true }).safeParse(phone).success ? phone : null;
}

/** The numbers of the listings of one center, the facility's own line first; the same number is given once. */
export function phonesOf(listings: readonly Listing[]): Phone[] {
  const phones = new Map<string, Phone>();
  const add = (text: string, purpose: Phone['purpose']): void => {
    const phone = parsePhone(text);
    if (phone === null) return;
    const key = `${phone.number}x${phone.extension ?? ''}`;
    if (!phones.has(key)) phones.set(key, { ...phone, purpose, answeredBy: 'facility' });
  };
  for (const { phone } of listings) add(phone, 'main');
  for (const { intake1, intake2 } of listings) {
    add(intake1, 'intake');
    add(intake2, 'intake');
  }
  return [...phones.values()].slice(0, 10);
}
