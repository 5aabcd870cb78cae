import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Phone } from '../../domain/contact.ts';
import { phoneSchema } from '../../domain/phone-schema.ts';

export type Line = Pick<Phone, 'number' | 'extension'>;
const lineSchema = phoneSchema.pick({ number: true, extension: true });

/** Splits `480-317-2214 x3` into the number in E.164 and the extension. Null if it is not a United States number. */
export function parsePhone(text: string): Line | null {
  const [, plainNumber = '', extension] = /^(.*?)(?:\s*(?:x|ext\.?)\s*(\d+))?$/i.exec(text.trim()) ?? [];
  const parsed = parsePhoneNumberFromString(dialed(plainNumber), 'US');
  if (parsed === undefined || !parsed.isPossible()) return null;
  const phone = { number: parsed.number, extension: extension ?? null };
  return lineSchema.safeParse(phone).success ? phone : null;
}

const keypad = ['', '', 'abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

/** Converts the letters of `1-800-662-HELP` to digits: 1-800-662-4357. Returns other text unchanged. */
function dialed(text: string): string {
  const area = /^\s*(?:\+?1[\s.-]*)?\(?\d{3}\)?[\s.-]*/.exec(text)?.[0];
  if (area === undefined) return text;
  const local = text.slice(area.length);
  // Only letters in groups of three or more are converted. A single letter is a mistake (O for 0), and its digit on the
  // keypad would be wrong.
  const runs = local.replace(/[\s.-]/g, '').match(/[a-z]+/gi) ?? [];
  if (!/^[a-z\d\s.-]+$/i.test(local) || runs.some((run) => run.length < 3)) return text;
  return (
    area + local.replace(/[a-z]/gi, (letter) => String(keypad.findIndex((on) => on.includes(letter.toLowerCase()))))
  );
}
