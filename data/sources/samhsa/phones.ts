import { LRUCache } from 'lru-cache';
import type { Phone } from '../../../functions/domain/contact.ts';
import { phoneFault } from '../../../functions/records/check/phones.ts';
import { type Line, parsePhone } from '../../../functions/records/columns/phone.ts';
import type { Listing } from './listing.ts';

interface Cell {
  readonly line: Line | null;
  readonly fault: string | null;
}

/**
 * Caches parsed phone numbers by their text, because parsing is slow and several steps of an import need the same
 * numbers.
 */
const cells = new LRUCache<string, Cell>({ max: 50_000 });

function cellOf(text: string): Cell {
  const known = cells.get(text);
  if (known !== undefined) return known;
  const line = parsePhone(text);
  const fault = line === null ? `"${text}" is not a United States number` : phoneFault(line.number, false);
  const cell = { line, fault };
  cells.set(text, cell);
  return cell;
}

/** Parses a number that can be called; null for other text, or a number that cannot exist, such as (999) 999-9999. */
export function usablePhone(text: string): Line | null {
  const { line, fault } = cellOf(text);
  return fault === null ? line : null;
}

/** Says why a cell's number is left out; null for an empty cell or a valid number. */
export function phoneCellFault(text: string): string | null {
  return text.trim() === '' ? null : cellOf(text).fault;
}

/** Lists the phone numbers of one center's listings: main lines first, without duplicates, at most ten. */
export function phonesOf(listings: readonly Listing[]): Phone[] {
  const phones = new Map<string, Phone>();
  const add = (text: string, purpose: Phone['purpose']): void => {
    const phone = usablePhone(text);
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
