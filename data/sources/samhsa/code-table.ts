import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { isClosed, isListField, type ListField } from '../../../functions/domain/fields.ts';
import { knownLanguages } from '../../../functions/domain/language.ts';
import type { Level } from '../../../functions/domain/level-of-care.ts';
import { onlys } from '../../../functions/domain/only.ts';
import { vocabularyOf } from '../../../functions/domain/vocabularies.ts';

/** Which offerings a fact applies to: the text behind the `@` in `codes.csv`, and a test for the level. */
const scopes = {
  all: () => true,
  detox: (level: Level) => level === 'detox',
  treatment: (level: Level) => level !== 'detox',
  /** Levels of care for people who live at home. */
  outpatient: (level: Level) => ['aftercare', 'op', 'iop', 'php'].includes(level),
  'live-in': (level: Level) => ['residential', 'sober-living'].includes(level),
} as const;

/** One fact that a code states, such as `condition=alcohol@detox`, `only=dui` or `not-condition=opioids@treatment`. */
export interface Feed {
  readonly field: ListField | 'only';
  readonly value: string;
  /** True if the code says that the fact is false. */
  readonly denied: boolean;
  readonly appliesTo: (level: Level) => boolean;
}

export interface CodeRow {
  readonly category: string;
  readonly code: string;
  /** The code's name, spelled as in the directories and in the official locator's export. */
  readonly name: string;
  readonly directories: readonly ('su' | 'mh')[];
  readonly feeds: readonly Feed[];
  readonly why: string;
}

const rowSchema = z.strictObject({
  category: z.string().regex(/^[A-Z]+$/),
  code: z.string().regex(/^[A-Z][A-Z0-9]*$/),
  name: z.string().min(1),
  directories: z.enum(['su', 'mh', 'su mh']),
  feeds: z.string(),
  why: z.string(),
});

const file = new URL('codes.csv', import.meta.url);

/** Every code of the two directories (from codes.csv). Categories are in the order that listings use. */
export const codeRows: readonly CodeRow[] = parse(readFileSync(file), { columns: true }).map(
  (raw: unknown): CodeRow => {
    const { directories, feeds, ...row } = rowSchema.parse(raw);
    const texts = feeds.split(' ').filter((text) => text !== '');
    return { ...row, directories: directories.split(' ') as ('su' | 'mh')[], feeds: texts.map(feedOf) };
  },
);

/** Parses a fact in the notation of codes.csv. @throws RangeError for an unknown field, value or scope */
export function feedOf(text: string): Feed {
  const [, not, field = '', value = '', scope = 'all'] =
    /^(not-)?([a-z]+)=([a-z0-9-]+)(?:@([a-z-]+))?$/.exec(text) ?? [];
  const appliesTo = Object.hasOwn(scopes, scope) ? scopes[scope as keyof typeof scopes] : undefined;
  if (appliesTo === undefined || !valuesOf(field).includes(value))
    throw new RangeError(`"${text}" is not a fact of an offering`);
  return { field: field as Feed['field'], value, denied: not !== undefined, appliesTo };
}

function valuesOf(field: string): readonly string[] {
  if (field === 'only') return onlys.codes;
  if (!isListField(field)) return [];
  return isClosed(field) ? vocabularyOf(field).codes : [...knownLanguages.keys()];
}

/** Lists the facts that codes state, by field and code. */
const feedsByField: ReadonlyMap<string, ReadonlyMap<string, readonly Feed[]>> = new Map(
  [...new Set(codeRows.flatMap(({ feeds }) => feeds.map(({ field }) => field)))].map((field) => [
    field,
    new Map(
      codeRows.flatMap(({ category, code, feeds }) => {
        const own = feeds.filter((feed) => feed.field === field);
        return own.length === 0 ? [] : [[`${category}:${code}`, own] as const];
      }),
    ),
  ]),
);

/**
 * Lists the values of a field that the codes state for an offering of a level. If one code states a value and another
 * denies it, the value is left out, because neither is reliable.
 * @param codes As `CATEGORY:CODE`.
 * @param level Null for facts about the whole listing: its levels.
 */
export function stated(codes: ReadonlySet<string>, field: Feed['field'], level: Level | null): ReadonlySet<string> {
  const feedsByCode = feedsByField.get(field);
  if (feedsByCode === undefined) return new Set();
  const feeds: Feed[] = [];
  for (const code of codes)
    for (const feed of feedsByCode.get(code) ?? []) if (level === null || feed.appliesTo(level)) feeds.push(feed);
  const denied = new Set(feeds.filter((feed) => feed.denied).map(({ value }) => value));
  return new Set(feeds.filter((feed) => !denied.has(feed.value)).map(({ value }) => value));
}
