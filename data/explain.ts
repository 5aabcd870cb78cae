import type { z } from 'zod';
import { nearest } from './nearest.ts';

type Issue = z.core.$ZodIssue;

/**
 * Says what is wrong with a value and what would be right, the value named.
 * @param issue As zod reports it.
 * @param value What stands at the issue's path; undefined where nothing does.
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
      return `${show(value)} ${issue.message.startsWith('must') ? issue.message : `is not valid: ${issue.message}`}`;
    case 'too_small':
    case 'too_big':
      return Array.isArray(value) || issue.message.startsWith('a ')
        ? issue.message
        : `${show(value)} is not allowed: ${issue.message}`;
    default:
      return issue.message;
  }
}

/** A name that the schema does not have. */
export function explainKey(key: string, known: readonly string[]): string {
  const guess = nearest(key, known);
  return `has no place for "${key}"${guess === null ? '' : `; did you mean "${guess}"?`}`;
}

function notInList(value: unknown, accepted: readonly string[]): string {
  const list = accepted.join(', ');
  if (value === undefined) return `is missing: expected one of ${list}`;
  const guess = typeof value === 'string' ? nearest(value, accepted) : null;
  return `${show(value)} is not one of ${list}${guess === null ? '' : `; did you mean "${guess}"?`}`;
}

// A union's last branch is its most general one (a payer kind, or else any slug): its rule is the one to state.
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
