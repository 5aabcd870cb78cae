import { displayPhone } from '../../../functions/domain/contact.ts';
import { fieldNames, fields } from '../../../functions/domain/fields.ts';
import type { Center, CorrectionPreview, Offering } from '../../client/types.ts';
import { leadsWords as w } from '../../words/leads.ts';

/** A public fact that a correction would change. */
export interface Change {
  /** Level of the offering that has the fact. Null for a fact about the center. */
  readonly of: string | null;
  readonly what: string;
  /** The value before: one entry for each item of a list, otherwise one entry. */
  readonly before: readonly Part[];
  readonly after: readonly Part[];
}

export interface Part {
  readonly text: string;
  /** False if the same entry is in the list before and after the change. */
  readonly differs: boolean;
}

/** Properties that describe the answer and not the center, so they are not compared. */
const aside = new Set(['id', 'sources', 'sample']);
type Members = Readonly<Record<string, unknown>>;

/**
 * Lists every public fact that a correction changes, in words, including those that the editor did not mean to change.
 */
export function changesBetween({ before, after }: Pick<CorrectionPreview, 'before' | 'after'>): readonly Change[] {
  if (before === null || after === null) return [];
  const center = compare(null, before.center as unknown as Members, after.center as unknown as Members);
  const [was, will] = [byId(before.offerings), byId(after.offerings)];
  const offerings = [...new Set([...was.keys(), ...will.keys()])].flatMap((id) => {
    const [old, next] = [was.get(id), will.get(id)];
    const of = w.level((next ?? old)?.level ?? '');
    return compare(of, (old ?? {}) as Members, (next ?? {}) as Members);
  });
  return [...center, ...offerings];
}

const byId = (offerings: readonly Offering[]) => new Map(offerings.map((one) => [one.id, one]));

function compare(of: string | null, before: Members, after: Members): readonly Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !aside.has(name));
  return names.flatMap((name) => {
    const [old, next] = [before[name], after[name]];
    if (JSON.stringify(old) === JSON.stringify(next)) return [];
    const [was, will] = [partsOf(name, old), partsOf(name, next)];
    const marked = (parts: readonly string[], others: readonly string[]) =>
      parts.map((text) => ({ text, differs: !others.includes(text) }));
    // Leaves out a change that is too small to show, such as a point that moved by less than a displayed digit.
    if (was.join() === will.join()) return [];
    return [{ of, what: w.memberName(name), before: marked(was, will), after: marked(will, was) }];
  });
}

const partsOf = (name: string, value: unknown): readonly string[] =>
  Array.isArray(value) && value.length > 0 ? value.map((one) => textOf(name, one)) : [textOf(name, value)];

/**
 * Formats a value for people.
 * @param name Name of the property with the value.
 */
export function textOf(name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return w.corrections.nothing;
  if (typeof value === 'boolean') return value ? w.corrections.yes : w.corrections.no;
  if (Array.isArray(value))
    return value.length === 0 ? w.corrections.nothing : value.map((one) => textOf(name, one)).join(', ');
  if (typeof value === 'object') return objectText(name, value as Members);
  if (typeof value === 'number') return w.number(value);
  return codeText(name, String(value));
}

function objectText(name: string, value: Members): string {
  if (name === 'phones') return phoneText(value as unknown as Center['phones'][number]);
  if (name === 'address') {
    const { street, city, state, zip } = value as unknown as Center['address'];
    return [street, city, `${state} ${zip}`].filter((part) => part !== null).join(', ');
  }
  if (name === 'organization') return String(value.name);
  if (name === 'confirmation' || name === 'intake') return String(value.state);
  const parts = Object.entries(value).flatMap(([key, part]) =>
    part === null ? [] : [`${w.memberName(key)}: ${textOf(key, part)}`],
  );
  return parts.length === 0 ? w.corrections.nothing : parts.join('; ');
}

const phoneText = ({ number, extension, purpose, answeredBy }: Center['phones'][number]): string => {
  const [what, who] = [purpose, answeredBy].map((code) => w.corrections.values[code] ?? code);
  return `${displayPhone({ number, extension })} (${what}; ${who})`;
};

/**
 * Label of a code.
 * @param name A property such as `payers`, or a field such as `schedule`.
 */
function codeText(name: string, code: string): string {
  if (name === 'level' || name === 'unknownLevels') return w.level(code);
  if (name === 'only') return w.corrections.only[code] ?? code;
  if (name === 'tracks') return w.valueName('schedule', code);
  if (name === 'number') return displayPhone({ number: code, extension: null });
  const field = fieldNames.find((one) => (fields[one] as { member?: string }).member === name);
  return field === undefined ? (w.corrections.values[code] ?? code) : w.valueName(field, code);
}

/**
 * Name of the property that a correction's path leads to: `offerings.<id>.payers` → `payers`, `phones.0.number` →
 * `number`.
 */
export const memberIn = (path: string): string => {
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part));
  return parts[0] === 'offerings' ? (parts.at(-1) ?? '') : (parts.at(-1) ?? path);
};
