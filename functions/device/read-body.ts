import { OLDEST } from '../domain/age.ts';
import { type FieldName, fieldNames, fields, isClosed } from '../domain/fields.ts';
import { isSlug } from '../domain/slug-form.ts';
import { isState } from '../domain/state.ts';
import { vocabularies, vocabularyOf } from '../domain/vocabularies.ts';
import { DEFAULT_LIMIT, type fieldKinds, MOST_RESULTS } from '../faces/v1/parameters/field-forms.ts';
import {
  AGE_IN_YEARS,
  CONFIRMED_AGE,
  messages,
  notAnAge,
  notASlug,
  notAState,
  notIncluded,
  notOneOf,
  ofAtMost,
} from '../faces/v1/parameters/field-messages.ts';
import type { SearchBody as Fields } from '../faces/v1/parameters/fields.ts';
import type { Checked } from '../faces/v1/parameters/meaning.ts';
import { fieldNamesOfSearch, filledOf } from '../faces/v1/parameters/query-body.ts';
import { withStateCodes } from '../faces/v1/parameters/states-of-search.ts';
import {
  bounds,
  countWords,
  emptyList,
  emptyText,
  notAList,
  notText,
  repeatedIn,
  tooLong,
  tooManyWords,
  withinBounds,
} from '../http/bounds.ts';
import { faultAt, quoted, unknownName } from '../http/faults.ts';
import { badRequest, type Fault } from '../http/problem.ts';

// Accepts what the API's schemas (faces/v1/parameters/fields.ts) accept. It does not use zod, which would double the
// download. test/device/search.test.ts checks that both give the same answers.

/** The value, or the faults for which it is refused. A fault of one item in a list has the item's position. */
type Reading = { readonly value: unknown } | { readonly faults: readonly ItemFault[] };
type ItemFault = readonly [position: number | null, message: string];
type Check = (value: unknown) => Reading;

const refused = (message: string): Reading => ({ faults: [[null, message]] });

function text(value: unknown, mostWords = Infinity): Reading {
  if (typeof value !== 'string') return refused(notText);
  const trimmed = value.trim();
  if (trimmed === '') return refused(emptyText);
  if (trimmed.length > bounds.text) return refused(tooLong);
  return countWords(trimmed) > mostWords ? refused(tooManyWords(mostWords)) : { value: trimmed };
}

function within(value: unknown): Reading {
  if (typeof value === 'number' && Number.isFinite(value)) return { value };
  const read = text(value);
  return 'value' in read || (typeof value === 'string' && value.trim() === '') ? read : refused(messages.within);
}

const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;

/**
 * @param item Returns the fault of a list item; null if the item is accepted.
 * @param as Converts an accepted item.
 */
const list =
  (
    example: string,
    item: (value: unknown) => string | null,
    as: (value: unknown) => unknown = (value) => value,
  ): Check =>
  (given) => {
    if (!Array.isArray(given)) return refused(notAList(example));
    const values: readonly unknown[] = given;
    const wrong = values.flatMap((value, at): ItemFault[] => {
      const message = item(value);
      return message === null ? [] : [[at, message]];
    });
    if (wrong.length > 0) return { faults: wrong };
    if (values.length === 0) return refused(emptyList(example));
    const read = values.map(as);
    const repeated = repeatedIn(read);
    return repeated === undefined ? { value: read } : refused(`names ${quoted(repeated)} twice`);
  };

const isText = (value: unknown): string | null => (typeof value === 'string' ? null : notText);

const isAge = (value: unknown): boolean =>
  typeof value === 'string'
    ? (vocabularies.age.codes as readonly string[]).includes(value) || AGE_IN_YEARS.test(value)
    : isWhole(value, 0, OLDEST);

function checkOf(field: FieldName): Check {
  const row = fields[field];
  if (field === 'age') return list('adolescents', (value) => (isAge(value) ? null : notAnAge(value)));
  if (isClosed(field)) {
    const vocabulary = vocabularyOf(field);
    const isOne = (value: unknown) => (vocabulary.codes as readonly unknown[]).includes(value);
    const example = fields[field].example[0];
    // The insurers depend on the dataset, so every text is accepted here.
    return fields[field].kind === 'payers'
      ? list(example, isText)
      : list(example, (value) => (isOne(value) ? null : notOneOf(value, vocabulary)));
  }
  switch (row.kind) {
    case 'languages':
      return list(row.example[0], isText, (value) => String(value).toLowerCase());
    case 'organizations':
      return list(row.example[0], (value) => isText(value) ?? (isSlug(value as string) ? null : notASlug(value)));
    case 'states':
      return list(row.example[0], (value) => (isState(value) ? null : notAState(value)));
    case 'yes-no':
      return (value) => (typeof value === 'boolean' ? { value } : refused(messages.yesNo));
    case 'at-most': {
      const { notANumber, tooFew, tooMany } = ofAtMost(row.unit, row.most);
      return (value) => {
        if (typeof value !== 'number' || !Number.isFinite(value)) return refused(notANumber);
        if (value <= 0) return refused(tooFew);
        return value > row.most ? refused(tooMany) : { value };
      };
    }
    case 'confirmed':
      return (value) =>
        value === true || (typeof value === 'string' && CONFIRMED_AGE.test(value))
          ? { value }
          : refused(messages.confirmed);
    case 'accepting':
      return (value) => (value === true ? { value } : refused(messages.accepting));
    default:
      throw new RangeError(`"${field}" is a closed list`);
  }
}

const checks: Readonly<Record<keyof typeof fieldKinds, Check>> = {
  near: (value) => text(value),
  cell: (value) => text(value),
  state: (value) => (isState(value) ? { value } : refused(notAState(value))),
  q: (value) => text(value, bounds.phraseWords),
  name: (value) => text(value, bounds.nameWords),
  within,
  ...(Object.fromEntries(fieldNames.map((field) => [field, checkOf(field)])) as Record<FieldName, Check>),
  include: (value) => (value === 'unknown' ? { value } : refused(notIncluded(value))),
  limit: (value) => (isWhole(value, 1, MOST_RESULTS) ? { value } : refused(messages.limit)),
  cursor: (value) => {
    if (typeof value !== 'string') return refused(notText);
    if (value === '') return refused(emptyText);
    return value.length > bounds.cursor ? refused(messages.longCursor) : { value };
  },
};

/**
 * Reads each field of a body separately, so that all faults are reported. @throws Problem if the body is not an object,
 * or has too many fields.
 */
export function readBody(given: unknown): Checked {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw badRequest([faultAt([], 'must be one JSON object, such as {"near":"85004"}', 'pointer')]);
  const members = Object.entries(given).filter(([, value]) => value !== undefined);
  const named = new Map<string, unknown>(members);
  const faults: Fault[] = [];
  const at = (path: readonly PropertyKey[], message: string): number => faults.push(faultAt(path, message, 'pointer'));
  const body = withStateCodes(withinBounds(Object.fromEntries(members), at));
  const read: Record<string, unknown> = {};
  for (const [name, check] of Object.entries(checks)) {
    const value = name === 'limit' && body.limit === undefined ? DEFAULT_LIMIT : body[name];
    if (value === undefined) continue;
    const reading = check(value);
    if ('value' in reading) read[name] = reading.value;
    else for (const [position, message] of reading.faults) at(position === null ? [name] : [name, position], message);
  }
  for (const name of Object.keys(body))
    if (!Object.hasOwn(checks, name)) at([name], unknownName(name, 'a field of a search', fieldNamesOfSearch));
  return { fields: read as Partial<Fields>, faults, place: 'pointer', named, filled: filledOf(named) };
}
