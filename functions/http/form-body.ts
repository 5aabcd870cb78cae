import * as z from 'zod';
import { bounds, requireFewParameters } from './bounds.ts';
import { faultAt } from './faults.ts';
import { badRequest, Problem } from './problem.ts';
import { MOST_BODY_BYTES, type Request } from './request.ts';

export const FORM = 'application/x-www-form-urlencoded';

/** A name and a value of a form; the search's own parser checks them further. */
const pairSchema = z.tuple([z.string().max(bounds.text), z.string().max(bounds.cursor)]);

/**
 * The fields of a posted form, in the form of a query. Empty inputs are sent as empty values and are ignored.
 * @throws Problem 400, 413 or 415.
 */
export function readForm(request: Request): Map<string, string[]> {
  const faults = [...request.query.keys()].map((name) => faultAt([name], 'belongs in the form', 'parameter'));
  if (faults.length > 0) throw badRequest(faults);
  requireForm(request);
  const form = fieldsOf(request);
  for (const [name, values] of form) {
    const given = values.filter((value) => value.trim() !== '');
    if (given.length === 0) form.delete(name);
    else form.set(name, given);
  }
  requireFewParameters({ query: form });
  return form;
}

/**
 * A request with a posted form, as the same request with all its parameters in the query. An empty body is a form
 * without fields, whatever its type.
 * @throws Problem 400, 413 or 415.
 */
export function withForm(request: Request): Request {
  if (request.body !== '') requireForm(request);
  const query = fieldsOf(request);
  for (const [name, values] of request.query) query.set(name, [...values, ...(query.get(name) ?? [])]);
  requireFewParameters({ query });
  return { ...request, query };
}

function requireForm({ body, headers }: Request): void {
  if (Buffer.byteLength(body) > MOST_BODY_BYTES)
    throw new Problem(
      413,
      'body-too-large',
      'The body is too large',
      `At most ${MOST_BODY_BYTES / 1024} KiB are read.`,
    );
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== FORM)
    throw new Problem(415, 'unsupported-media-type', 'The body is not a form', `Send content-type: ${FORM}.`, {
      headers: { 'accept-post': FORM },
    });
}

function fieldsOf({ body }: Request): Map<string, string[]> {
  const form = new Map<string, string[]>();
  for (const pair of new URLSearchParams(body)) {
    const parsed = pairSchema.safeParse(pair);
    if (!parsed.success) throw badRequest([faultAt([pair[0].slice(0, 40)], 'is too long', 'parameter')]);
    const [name, value] = parsed.data;
    form.set(name, [...(form.get(name) ?? []), value]);
  }
  return form;
}
