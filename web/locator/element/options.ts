import { displayPhone } from '../../words/phone.ts';
import type { OwnLine } from '../parts/props.ts';
import type { Narrowing } from '../read/answer.ts';

/** Reads an attribute. Null if the element does not have it. */
export type Read = (name: string) => string | null;

/** Reads the filters that the host preselects, and those that it sets for every search. Leaves out invalid values. */
export function narrowingFrom(read: Read): { readonly base: Narrowing; readonly fixed: Narrowing } {
  const listed = (field: string) => {
    const values = listOf(read(field));
    return values.length === 0 ? {} : { [field]: values };
  };
  const within = /^\d+(?:\.\d+)?(?:mi|km)?$/.exec(read('within')?.trim() ?? '')?.[0];
  const base = { ...listed('level'), ...listed('payer'), ...(within === undefined ? {} : { within }) };
  return { base: base as Narrowing, fixed: { ...listed('organization'), ...statesOf(read('in')) } as Narrowing };
}

/** Reads postal codes. Leaves out invalid ones. */
function statesOf(text: string | null): { readonly in?: readonly string[] } {
  const codes = listOf(text)
    .map((one) => one.toUpperCase())
    .filter((one) => /^[A-Z]{2}$/.test(one));
  return codes.length === 0 ? {} : { in: [...new Set(codes)] };
}

function listOf(text: string | null): readonly string[] {
  const values = (text ?? '').split(',').map((one) => one.trim().toLowerCase());
  return values.filter((one) => one !== '');
}

/** Reads a phone number and who answers it: `+16025550142 Desert Willow admissions`. Null if the text has no number. */
export function ownLine(text: string | null): OwnLine | null {
  const [, written = '', label = ''] = /^\s*(\+?[\d\s().-]{7,}\d)\s*(.*?)\s*$/.exec(text ?? '') ?? [];
  const digits = written.replace(/\D/g, '');
  const number = written.trim().startsWith('+') ? `+${digits}` : digits.length === 10 ? `+1${digits}` : `+${digits}`;
  if (!/^\+[1-9]\d{7,14}$/.test(number)) return null;
  return { number, display: displayPhone(number), label: label === '' ? null : label };
}

/**
 * Decides the finder's language.
 * @param page The page's language, used if the element names none.
 */
export function languageOf(own: string | null, page: string | null): 'en' | 'es' {
  return /^es\b/i.test(own ?? page ?? '') ? 'es' : 'en';
}
