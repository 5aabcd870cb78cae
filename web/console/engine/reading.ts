import { withTown } from './area-codes.ts';
import { unfinished, valueBeginning } from './complete.ts';
import type { Fields } from './found.ts';
import type { Source } from './source.ts';

/** What a typed text was understood as. */
export interface Reading {
  /** The words that were understood, with an area code replaced by its town. Null if they ask for nothing. */
  readonly text: string | null;
  readonly fields: Fields;
  /** True if the text names a place. */
  readonly hasPlace: boolean;
  readonly ignored: readonly string[];
  readonly crisis: boolean;
  /** A state without listings, if the text names it as the place. Null otherwise. */
  readonly unserved: string | null;
  /**
   * The typed word that was completed or was an area code, and the field that it became. Null if no word was changed.
   */
  readonly from: { readonly typed: string; readonly field: string } | null;
}

/** Interprets a text. An area code becomes its town, unless the other words name a place. */
export function readText(text: string, source: Source): Reading {
  const town = withTown(text, source.areaCodes);
  const placed = town === null ? null : read(town.without, source);
  if (placed?.hasPlace === true) return placed;
  const reading = read(town?.text ?? text, source);
  return town === null || !reading.hasPlace ? reading : { ...reading, from: { typed: town.area.code, field: 'near' } };
}

function read(text: string, { locator }: Source): Reading {
  const { fields, ignored, crisis, unservedState: unserved } = locator.read(text);
  const { near, ...others } = fields as Fields;
  const isSaid = near !== undefined && near !== 'me';
  const hasPlace = isSaid || 'state' in others;
  return { text, fields: isSaid ? { near, ...others } : others, hasPlace, ignored, crisis, unserved, from: null };
}

/** True if no filter or place was understood from the text. It may still be a name. */
export const isBare = ({ fields }: Pick<Reading, 'fields'>): boolean => Object.keys(fields).length === 0;

/**
 * Completes the last word of the text: to a value (`medi` to `medicaid`), else to the largest listed town that begins
 * with it. Returns null if the completed text is understood no better: if it has as many ignored words as before.
 */
export function completed(text: string, typed: Reading, source: Source): Reading | null {
  const open = unfinished(text);
  if (open === null || typed.ignored.at(-1)?.toLowerCase() !== open.word.toLowerCase()) return null;
  const whole = (ending: string, field: string | null): Reading | null => {
    const reading = readText(`${open.before}${ending}`, source);
    if (reading.ignored.length >= typed.ignored.length) return null;
    const named = field ?? Object.keys(reading.fields).find((name) => !(name in typed.fields)) ?? '';
    return { ...reading, from: { typed: open.word, field: named } };
  };
  const value = isBare(typed) ? null : valueBeginning(open.word);
  const byValue = value === null ? null : whole(value, null);
  if (byValue !== null || typed.hasPlace) return byValue;
  const town = source.locator
    .places(open.word, 5)
    .find(({ label }) => label.toLowerCase().startsWith(open.word.toLowerCase()) && centersIn(label, source) > 0);
  return town === undefined ? null : whole(town.label, 'near');
}

/** Number of centers in a town. @param label Such as `Phoenix, AZ`. */
export const centersIn = (label: string, { towns }: Source): number => towns.get(label.toLowerCase()) ?? 0;

/** Splits off a name at the beginning or end if the rest is understood, as in "crossroads phoenix". */
export function splitName(
  text: string,
  source: Source,
  isName: (name: string) => boolean,
): { readonly name: string; readonly reading: Reading } | null {
  const words = text.split(/\s+/);
  if (words.length > 8) return null;
  for (let length = words.length - 1; length > 0; length -= 1) {
    for (const [name, rest] of [
      [words.slice(0, length), words.slice(length)],
      [words.slice(-length), words.slice(0, -length)],
    ] as const) {
      const reading = readText(rest.join(' '), source);
      if (reading.ignored.length > 0 || isBare(reading)) continue;
      // A name may include its town. If the words of the name are understood as anything else, they are not a name.
      const isPlaceAtMost = Object.keys(readText(name.join(' '), source).fields).every((field) => field === 'near');
      if (!isPlaceAtMost || !isName(name.join(' '))) continue;
      return { name: name.join(' '), reading };
    }
  }
  return null;
}
