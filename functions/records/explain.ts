import type { z } from 'zod';
import { nearestWord } from '../domain/nearest-word.ts';

type Issue = z.core.$ZodIssue;

/**
 * Says what is wrong with a value and what would be right, and quotes the value.
 * @param issue The issue that zod reported.
 * @param value The value at the issue's path; undefined if there is none.
 */
export function explain(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? `is missing: expected ${expected(issue.expected)}`
        : `expected ${expected(issue.expected)}, found ${show(value)}`;
    case 'invalid_value':
      return notInList(value, issue.values.map(String));
    case 'invalid_union':
      return ofUnion(issue, value);
    case 'invalid_format':
      return `${show(value)} ${formats[issue.format] ?? issue.message}`;
    case 'too_small':
      return ownWords(issue) ?? `${show(value)} is too little: ${bound(issue, 'least', Number(issue.minimum))}`;
    case 'too_big':
      return ownWords(issue) ?? `${show(value)} is too much: ${bound(issue, 'most', Number(issue.maximum))}`;
    default:
      return issue.message;
  }
}

/** Messages for these formats, because their schemas have no messages of their own. */
const formats: Readonly<Record<string, string>> = {
  url: 'must be a full URL such as "https://example.org"',
  date: 'must be a date such as "2023-04-01"',
  datetime: 'must be a time in UTC such as "2026-11-02T17:30:00Z"',
};

type Bounded = Extract<Issue, { code: 'too_small' | 'too_big' }>;

/** The schema's own message, if it has one. */
function ownWords({ message }: Bounded): string | null {
  return /^(?:Too (?:small|big)|Invalid)/.test(message) ? null : message;
}

function bound({ origin, inclusive }: Bounded, end: 'least' | 'most', limit: number): string {
  const unit = origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : '';
  if (inclusive !== false) return `must be at ${end} ${limit}${unit}`;
  return `must be ${end === 'least' ? 'above' : 'below'} ${limit}${unit}`;
}

/** Message for a property that the schema does not have, with the most similar valid name. */
export function explainKey(key: string, known: readonly string[]): string {
  const guess = nearestWord(key, known);
  return `has no place for "${key}"${guess === null ? '' : `; did you mean "${guess}"?`}`;
}

function notInList(value: unknown, accepted: readonly string[]): string {
  const list = accepted.join(', ');
  if (value === undefined) return `is missing: expected one of ${list}`;
  const guess = typeof value === 'string' ? nearestWord(value, accepted) : null;
  return `${show(value)} is not one of ${list}${guess === null ? '' : `; did you mean "${guess}"?`}`;
}

// The last branch of a union is its most general one (a payer kind, or else any slug), so the message states its rule.
function ofUnion(issue: Extract<Issue, { code: 'invalid_union' }>, value: unknown): string {
  const last = issue.errors.at(-1)?.[0];
  return last === undefined ? `${show(value)}: ${issue.message}` : explain(last, value);
}

function expected(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
