import * as z from 'zod';
import { formerReasons } from '../../../domain/former-id.ts';
import { slugSchema } from '../../../domain/slug.ts';
import { crisisSchema, helpAnswerSchema } from '../../../http/openapi/common.ts';
import { described, named } from '../../../http/openapi/described.ts';
import { pointSchema } from './center.ts';
import { echoSchema } from './search.ts';

const message = described(
  z.string().min(1),
  'What is wrong and what would be right; for a misspelled value the nearest good one.',
  '"iopp" is not a level; did you mean "iop"? Accepted: op, iop, php, residential, inpatient, detox, aftercare, sober-living',
);

const faultSchema = named(
  'Fault',
  z.union([
    z.strictObject({
      parameter: described(z.string(), 'Name of the parameter.', 'level'),
      message,
    }),
    z.strictObject({
      pointer: described(
        z.string().regex(/^(?:\/.*)?$/s),
        'JSON pointer into the body; empty for the body itself.',
        '/level/0',
      ),
      message,
    }),
  ]),
  'One thing that is wrong with a request.',
);

/** RFC 9457 problem details, the form of every error. */
export const problemSchema = named(
  'Problem',
  z.strictObject({
    crisis: crisisSchema,
    help: described(helpAnswerSchema.optional(), 'Goes with `crisis`.'),
    type: described(
      z.string().min(1),
      'The kind of problem, as the URL of a page that explains it.',
      'https://locator.example/problems/bad-request',
    ),
    title: described(z.string().min(1), 'The kind of problem in words, the same each time.', 'The request has a fault'),
    status: described(z.int().min(300).max(599).optional(), 'The HTTP status, repeated.', 400),
    detail: described(
      z.string().min(1),
      'What happened this time, and what to do.',
      'within: must be more than 0 and at most 500mi (804km)',
    ),
    errors: described(z.array(faultSchema).min(1).optional(), 'For bad input: every fault, all at once.'),
    candidates: described(
      z
        .array(
          named(
            'Candidate',
            z.strictObject({
              label: described(z.string().min(1), 'The place in words; `near` takes it as it is.', 'Peoria, AZ'),
              location: pointSchema,
              state: described(z.string().min(1), 'Postal code of the state.', 'MO'),
            }),
            'A place that may be meant.',
          ),
        )
        .optional(),
      'If `near` names no place, or several: the places that may be meant, largest first.',
    ),
    state: described(
      z.string().length(2).optional(),
      'If a whole state was named, in `near` or beside `within` in `q`: the one to send as `state`.',
      'AZ',
    ),
    query: described(
      echoSchema.optional(),
      'For a search with `q`: what was understood of it, so that nothing typed is lost.',
    ),
    fields: described(z.array(z.string().min(1)).optional(), 'For a search that is too broad: fields to loosen.', [
      'population',
    ]),
    reason: described(
      z.enum(formerReasons).optional(),
      'For an ID that names no center now: what became of it.',
      'merged',
    ),
    since: described(
      z.iso.date().optional(),
      'For an ID that names no center now: the day of the directory or correction that first said so.',
      '2026-04-01',
    ),
    successor: described(
      slugSchema.optional(),
      'For a center that was renamed or merged: the ID to use.',
      'lantern-bridge-phoenix-example',
    ),
    sent: described(
      z.strictObject({ version: described(z.int().nonnegative(), 'The version in `If-Match`.', 3) }).optional(),
      'For a change that came second: the version that you saw.',
      { version: 3 },
    ),
    current: described(
      z.looseObject({ version: described(z.int().nonnegative(), 'The version that holds.', 4) }).optional(),
      'For a change that came second: the present state, in the form in which it is read.',
      { version: 4, facts: {} },
    ),
    requestId: described(
      z.string().optional(),
      'The request’s ID, repeated on errors that the gateway made.',
      '7d1c0f3a-5f5c-4f0e-9d0e-0b5a2f6f3c11',
    ),
  }),
  'An error, as problem details (RFC 9457). It never holds internal details.',
);
