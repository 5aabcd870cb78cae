import * as z from 'zod';
import { privateFieldsSchema } from '../../../domain/record.ts';
import { faultAt, faultsOf } from '../../../http/faults.ts';
import { described } from '../../../http/openapi/described.ts';
import type { Fault } from '../../../http/problem.ts';

const path = z.string().min(1).max(200);
/** Any JSON value. The value for a path is checked when it is set (publish/correct.ts). */
const anyJson = z.union([
  z.string().max(5000),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.unknown()).max(100),
  z.record(z.string(), z.unknown()),
]);

/** An editor's corrections. The reason is about the center, never about a caller. */
export const correctionsBodySchema = z.strictObject({
  set: described(
    z
      .array(z.strictObject({ path, value: anyJson }))
      .max(50)
      .default([]),
    'Facts to set: the path in the record, such as `phones.0.number` or `offerings.<id>.housing`, and the right value. `closed` closes the center.',
    [{ path: 'phones.0.number', value: '+16025550123' }],
  ),
  clear: described(
    z.union([z.literal('all'), z.array(path).max(50)]).default([]),
    'Paths whose listed facts hold again, or `all`.',
    [],
  ),
  reason: described(
    z
      .string()
      .trim()
      .min(1, 'must say why')
      .max(300)
      .regex(/^\P{Cc}*$/u, 'must be one line'),
    'Why, in one line about the center. Never about a caller.',
    'The center’s own website has another number.',
  ),
});

/** Schema of the fields that only the admissions team sees. */
export const privateBodySchema = z.strictObject({
  facilityCode: described(
    privateFieldsSchema.shape.facilityCode,
    'The code that the team calls the center by.',
    'LB-PHX',
  ),
  directIntakeLine: described(
    privateFieldsSchema.shape.directIntakeLine,
    'A number that reaches the intake desk directly; not for the public.',
    { number: '+16025550199', extension: null },
  ),
  warmTransferNote: described(
    privateFieldsSchema.shape.warmTransferNote,
    'How to hand a call over. About the center, never about a caller.',
    'Ask for the intake desk.',
  ),
  internalNotes: described(
    privateFieldsSchema.shape.internalNotes,
    'Notes about the center, never about a caller.',
    null,
  ),
});

const types: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  array: 'a list',
  object: 'an object',
};

/** Plain-English messages for the faults that zod reports. */
function inPlainWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type': {
      const right = `must be ${types[issue.expected] ?? issue.expected}`;
      return issue.input === undefined ? `is missing: ${right}` : right;
    }
    case 'invalid_union':
      return 'must be a text of at most 5,000 characters, a number, true, false, null, a list or an object';
    case 'too_small':
      return 'is empty';
    case 'too_big':
      return `is too long: at most ${issue.maximum} ${issue.origin === 'string' ? 'characters' : 'entries'}`;
    default:
      return undefined;
  }
}

/**
 * Parses a body with its schema.
 * @param at Receives every fault.
 * @returns null if there is any fault
 */
export function readBody<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  body: unknown,
  at: (fault: Fault) => void,
): z.output<z.ZodObject<Shape>> | null {
  const parsed = schema.safeParse(body, { error: inPlainWords });
  if (parsed.success) return parsed.data;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    at(faultAt([], 'must be one JSON object', 'pointer'));
    return null;
  }
  for (const fault of faultsOf(parsed.error, 'pointer', Object.keys(schema.shape), 'a member of this body')) at(fault);
  return null;
}
