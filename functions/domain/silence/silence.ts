import { type ClosedField, fields, isClosed } from '../fields.ts';
import { knownLanguages } from '../language.ts';
import { type Level, levels } from '../level-of-care.ts';
import { isPayerKind } from '../payer.ts';
import type { SourceVocabulary } from '../source-vocabulary.ts';
import { vocabularyOf } from '../vocabularies.ts';
import type { Term } from '../vocabulary.ts';
import { hasCode, speaksOf } from './directory-codes.ts';
import { hintsOf, isBeside, isSaidByChildren, needOf, type Said, unansweredBy } from './rules.ts';

/**
 * What it means if an offering does not name a value. It means "no" if the offering's source could have named the
 * value, or if a parent of the value is "no". Each of these conditions makes it "unknown" instead.
 */
export interface Silence {
  /** Always unknown, because the source has no word for the value. */
  readonly always: boolean;
  /** Unknown if the offering names one of these values. */
  readonly named: readonly Said[];
  /** Unknown if the offering leaves one of these questions unanswered (field-row.ts: `unsaid`). */
  readonly unsaid: readonly string[];
}

const no: Silence = { always: false, named: [], unsaid: [] };
const unknown: Silence = { ...no, always: true };

/**
 * What it means if an offering from this source does not name the value.
 * @param value A code of the field's vocabulary, the slug of an insurer, or a language.
 */
export function silenceOf(source: SourceVocabulary, field: string, value: string, level: Level): Silence {
  const row: object | undefined = fields[field as ClosedField];
  const rule = row !== undefined && 'silence' in row ? row.silence : 'vocabulary';
  if (rule === 'unknown') return unknown;
  if (rule === 'unsaid') return { ...no, unsaid: [field] };
  return source === 'open' ? inOpen(field, value) : inDirectory(source, field, value, level);
}

/**
 * A source that can name anything. A list with values is complete, and an empty list is unknown. If a value's parent is
 * named, the value itself is unknown.
 */
function inOpen(field: string, value: string): Silence {
  const parent = parentOf(field, value);
  return anyOf(
    { ...no, unsaid: [field], named: hintsOf('open', field, value).flatMap(familyOf) },
    ...(parent === null ? [] : [{ ...no, named: [parent] }, inOpen(...parent)]),
  );
}

function inDirectory(
  directory: Exclude<SourceVocabulary, 'open'>,
  field: string,
  value: string,
  level: Level,
): Silence {
  if (isBeside(field, level)) return no;
  if (!isClosed(field as ClosedField)) return knownLanguages.has(value) ? no : unknown;
  const hints: Silence = { ...no, named: hintsOf(directory, field, value).flatMap(familyOf) };
  if (canSay(directory, field, value, level)) {
    const question = unansweredBy(field, value);
    return anyOf(hints, { ...no, unsaid: question === null ? [] : [question] });
  }
  const parent = needOf(directory, field, value) ?? parentOf(field, value);
  if (parent === null) return unknown;
  return anyOf(hints, { ...no, named: familyOf(parent) }, inDirectory(directory, ...parent, level));
}

/**
 * True if the source could have named the level. False for an operator's own data, which may simply leave a level out.
 */
export function canSayLevel(source: SourceVocabulary, level: Level): boolean {
  const { samhsa = [] } = levels.terms[level];
  return source !== 'open' && samhsa.some((code) => hasCode(source, code));
}

/** True if the directory has a code for the value. */
function canSay(directory: Exclude<SourceVocabulary, 'open'>, field: string, value: string, level: Level): boolean {
  const values = isSaidByChildren(field, value) ? familyOf([field, value]).map(([, child]) => child) : [value];
  const codes = values.flatMap((code) => termsOf(field)[code]?.samhsa ?? []);
  return codes.some((code) => hasCode(directory, code) && (field !== 'condition' || speaksOf(code, level)));
}

const anyOf = (...silences: readonly Silence[]): Silence => ({
  always: silences.some(({ always }) => always),
  named: silences.flatMap(({ named }) => named),
  unsaid: silences.flatMap(({ unsaid }) => unsaid),
});

const termsOf = (field: string): Readonly<Record<string, Term>> => vocabularyOf(field as ClosedField).terms;

/** A named insurer is a kind of private insurance. */
function parentOf(field: string, value: string): Said | null {
  if (!isClosed(field as ClosedField)) return null;
  if (fields[field as ClosedField].kind === 'payers' && !isPayerKind(value)) return [field, 'private'];
  const parent = termsOf(field)[value]?.parent;
  return parent === undefined ? null : [field, parent];
}

function familyOf([field, value]: Said): Said[] {
  return vocabularyOf(field as ClosedField)
    .family(value)
    .map((member) => [field, member]);
}
