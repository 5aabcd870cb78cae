import * as z from 'zod';
import { bounds, requireFewParameters } from '../../http/bounds.ts';
import { faultAt } from '../../http/faults.ts';
import { badRequest, Problem } from '../../http/problem.ts';
import { MOST_BODY_BYTES, type Request } from '../../http/request.ts';

const FORM = 'application/x-www-form-urlencoded';

/** A name and a value of a form; what a search may say in each is checked where searches are read. */
const pairSchema = z.tuple([z.string().max(bounds.text), z.string().max(bounds.cursor)]);

/**
 * The fields of a posted form, like a query's. Controls that were left empty are sent as empty values and say nothing.
 * @throws Problem 400, 413 or 415.
 */
export function readForm(request: Request): Map<string, string[]> {
  const faults = [...request.query.keys()].map((name) => faultAt([name], 'belongs in the form', 'parameter'));
  if (faults.length > 0) throw badRequest(faults);
  if (Buffer.byteLength(request.body) > MOST_BODY_BYTES)
    throw new Problem(
      413,
      'body-too-large',
      'The body is too large',
      `At most ${MOST_BODY_BYTES / 1024} KiB are read.`,
    );
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== FORM)
    throw new Problem(415, 'unsupported-media-type', 'The body is not a form', `Send content-type: ${FORM}.`, {
      headers: { 'accept-post': FORM },
    });
  const form = new Map<string, string[]>();
  for (const pair of new URLSearchParams(request.body)) {
    const parsed = pairSchema.safeParse(pair);
    if (!parsed.success) throw badRequest([faultAt([pair[0].slice(0, 40)], 'is too long', 'parameter')]);
    const [name, value] = parsed.data;
    if (value.trim() !== '') form.set(name, [...(form.get(name) ?? []), value]);
  }
  requireFewParameters({ query: form });
  return form;
}
