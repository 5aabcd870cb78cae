import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Phone } from '../../domain/contact.ts';
import { phoneSchema } from '../../domain/phone-schema.ts';

export type Line = Pick<Phone, 'number' | 'extension'>;
const lineSchema = phoneSchema.pick({ number: true, extension: true });

/** `480-317-2214 x3`: the number in E.164 and the extension, separately. Null if it is not a United States number. */
export function parsePhone(text: string): Line | null {
  const [, plainNumber = '', extension] = /^(.*?)(?:\s*(?:x|ext\.?)\s*(\d+))?$/i.exec(text.trim()) ?? [];
  const parsed = parsePhoneNumberFromString(dialed(plainNumber), 'US');
  if (parsed === undefined || !parsed.isPossible()) return null;
  const phone = { number: parsed.number, extension: extension ?? null };
  return lineSchema.safeParse(phone).success ? phone : null;
}

const keypad = ['', '', 'abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

/** `1-800-662-HELP` as its digits, 1-800-662-4357. Other text is returned unchanged. */
function dialed(text: string): string {
  const area = /^\s*(?:\+?1[\s.-]*)?\(?\d{3}\)?[\s.-]*/.exec(text)?.[0];
  if (area === undefined) return text;
  const local = text.slice(area.length);
  // Only whole words are converted: a single letter is a slip (O for 0), and its key would be another number.
  const runs = local.replace(/[\s.-]/g, '').match(/[a-z]+/gi) ?? [];
  if (!/^[a-z\d\s.-]+$/i.test(local) || runs.some((run) => run.length < 3)) return text;
  return (
    area + local.replace(/[a-z]/gi, (letter) => String(keypad.findIndex((on) => on.includes(letter.toLowerCase()))))
  );
}
