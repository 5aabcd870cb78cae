import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Phone } from '../../domain/contact.ts';
import { phoneSchema } from '../../domain/phone-schema.ts';

export type Line = Pick<Phone, 'number' | 'extension'>;

/** `480-317-2214 x3`: the number in E.164 and the extension apart. Null for what is not a United States number. */
export function parsePhone(text: string): Line | null {
  const [, plainNumber = '', extension] = /^(.*?)(?:\s*(?:x|ext\.?)\s*(\d+))?$/i.exec(text.trim()) ?? [];
  const parsed = parsePhoneNumberFromString(plainNumber, 'US');
  if (parsed === undefined || !parsed.isPossible()) return null;
  const phone = { number: parsed.number, extension: extension ?? null };
  return phoneSchema.pick({ number: true, extension: true }).safeParse(phone).success ? phone : null;
}
