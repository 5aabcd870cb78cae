import { PASTED_POINT } from '../places/pasted-point.ts';
import { withZipDigits } from '../places/zip-digits.ts';
import { plainForm, wordForm } from './word-form.ts';

/** Longest text that the API accepts; the rest is not read. */
export const LONGEST_TEXT = 200;

/** A part of the text that is read as one unit. */
export interface Token {
  /** The token as it was typed. */
  readonly text: string;
  readonly plain: string;
  /** The form used for comparing, see word-form.ts. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'zip' | 'point' | 'opaque';
  /** The text between the previous token and this one. */
  readonly gap: string;
}

// Patterns of tokens, tried in this order. An email address, URL or phone number is one opaque token, so that no part
// of it (its area code, its "free", its city) is read as a search term.
const FORMS: readonly (readonly [kind: Token['kind'], form: string])[] = [
  ['opaque', String.raw`[^\s@,;]{1,64}@[^\s@,;]{1,64}\.\p{L}{2,}`],
  ['opaque', String.raw`(?:https?:\/\/|www\.)\S+`],
  // "1,000 miles" is a number and not coordinates.
  ['point', String.raw`(?!\d{1,3},\d{3}(?![\d.]))(?:${PASTED_POINT})`],
  ['opaque', String.raw`(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]{0,2}\d{3}[-. ]?\d{4}(?!\d)`],
  ['opaque', String.raw`\d{3}[-.]\d{4}(?!\d)`],
  ['zip', String.raw`\d{5}(?:-\d{4})?(?![\d.])`],
  // A ZIP with letters that look like digits: "85OO4". At least three characters are digits.
  ['zip', String.raw`(?<![\p{L}\d])(?=(?:[oOlI]*\d){3})[\doOlI]{5}(?![\p{L}\d]|\.\d)`],
  ['number', String.raw`\d+(?:\.\d+)?\+?`],
  // "Twenty five" is one number, not five.
  [
    'word',
    String.raw`(?:twen|thir|for|fif|six|seven|eigh|nine)ty[- ](?:one|two|three|four|five|six|seven|eight|nine)(?!\p{L})`,
  ],
  [
    'word',
    String.raw`(?:(?:trei|cuare|cincue|sese|sete|oche|nove)nta|veinte|diez) y (?:uno|[uú]n|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)(?!\p{L})`,
  ],
  ['word', String.raw`(?:\p{L}\.){2,}\p{L}?(?!\p{L})`],
  ['word', String.raw`\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*`],
];
const ANY = new RegExp(FORMS.map(([, form]) => `(${form})`).join('|'), 'giu');

/** Splits a text into tokens. All characters other than letters and digits are separators. */
export function tokenize(text: string): readonly Token[] {
  const read = text.slice(0, LONGEST_TEXT).normalize('NFC');
  const tokens: Token[] = [];
  let end = 0;
  for (const match of read.matchAll(ANY)) {
    const [found] = match;
    const kind = FORMS[match.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? 'word';
    tokens.push({
      text: found,
      plain: kind === 'word' ? plainForm(found) : kind === 'zip' ? withZipDigits(found) : found,
      word: kind === 'word' ? wordForm(found) : found,
      start: match.index,
      end: match.index + found.length,
      kind,
      gap: read.slice(end, match.index),
    });
    end = match.index + found.length;
  }
  return tokens;
}
