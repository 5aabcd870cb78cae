import { packCenter } from '../../dataset/packed-center.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { caching, json } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';
import { wholeCenterAnswer } from '../v1/shapes/center.ts';
import { correctionsBodySchema } from './parameters/bodies.ts';
import { readDraft } from './parameters/edit.ts';
import { signedIn } from './person.ts';
import { refused } from './refused.ts';
import type { ReadServices } from './services.ts';
import { correctionsAnswer } from './shapes/recorded.ts';

/** Shows the public view of a center before and after a correction. Stores nothing. */
export function previewCorrection({ readToken, reads, store }: ReadServices): RouteHandler {
  return async (request, context, { id = '' }) => {
    const { name: by } = await signedIn(request, readToken, ['editor']);
    const { body, type } = readDraft(request, id, correctionsBodySchema);
    const { version, before, after } = await reads
      .previewCorrection({ ...body, center: id, by, seen: undefined })
      .catch((error: unknown) => refused(error, null, async () => correctionsAnswer(await store.corrections(id))));
    const now = context.now();
    const seen = (record: CenterRecord | null) => (record === null ? null : wholeCenterAnswer(packCenter(record), now));
    return json({ version, before: seen(before), after: seen(after) }, caching.none, type);
  };
}
