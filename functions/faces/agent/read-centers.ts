import { packed, unpackCenter } from '../../dataset/packed-center.ts';
import { slugSchema } from '../../domain/slug.ts';
import { answerForMissing } from '../../http/former.ts';
import { help } from '../../http/help.ts';
import { noParameters } from '../../http/parameters.ts';
import { notFound } from '../../http/problem.ts';
import { caching, json, negotiate } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';
import { readSearchQuery } from '../v1/parameters/search-request.ts';
import { answerSearch } from '../v1/search-answer.ts';
import { datasetAnswer, wholeCenterAnswer } from '../v1/shapes/center.ts';
import { signedIn } from './person.ts';
import type { AgentServices } from './services.ts';
import { correctionsAnswer, privateAnswer, recordedAnswer, unknownLevelsOf } from './shapes/recorded.ts';

/** A search whose results include the fields that only the admissions team sees. */
export function searchCentersAsAgent({ readToken, store }: AgentServices): RouteHandler {
  return async (request, context) => {
    await signedIn(request, readToken);
    const type = negotiate(request, ['application/json']);
    const [listed, cursors] = await Promise.all([context.locator.glimpse(context.meter), context.cursors()]);
    const search = await readSearchQuery(request, { places: context.places(), ...listed, cursors });
    const answer = await answerSearch(search, context);
    const hidden = await store.privateFields(answer.results.map(({ center }) => center.id));
    const results = answer.results.map((result) => ({
      ...result,
      private: privateAnswer(hidden.get(result.center.id)),
    }));
    return json({ ...answer, results }, caching.none, type);
  };
}

/** One center with everything known about it, including what agents and editors recorded. */
export function readCenterAsAgent({ readToken, store }: AgentServices): RouteHandler {
  return async (request, context, { id = '' }) => {
    await signedIn(request, readToken);
    noParameters(request);
    const type = negotiate(request, ['application/json']);
    requireCenterId(id);
    const [{ answer: row, head }, facts, hidden, corrections] = await Promise.all([
      context.locator.center(id, context.meter),
      store.facts(id),
      store.privateFields([id]),
      store.corrections(id),
    ]);
    if (row === null) throw await answerForMissing(id, context);
    const now = context.now();
    const recorded = new Map(facts.map((one) => [one.offering, one]));
    const { center, offerings } = wholeCenterAnswer(row, now);
    const isFirst = (level: string, at: number) => offerings.findIndex((one) => one.level === level) === at;
    return json(
      {
        center,
        offerings: offerings.map((offering, at) => {
          // If agents confirmed an unknown level, that created the offering: its facts are stored under the level, not
          // its id.
          const own =
            recorded.get(offering.id) ?? (isFirst(offering.level, at) ? recorded.get(offering.level) : undefined);
          return { ...offering, recorded: recordedAnswer(own, now) };
        }),
        unknownLevels: unknownLevelsOf(unpackCenter(row).unknownLevels, recorded, now),
        endedLevels: endedLevels(row[packed.id], recorded, [
          ...center.unknownLevels,
          ...offerings.flatMap((one) => [one.level, one.id]),
        ]).map((level) => ({ level, recorded: recordedAnswer(recorded.get(level), now) })),
        private: privateAnswer(hidden.get(id)),
        corrections: correctionsAnswer(corrections),
        dataset: datasetAnswer(head),
        help,
      },
      caching.none,
      type,
    );
  };
}

/**
 * Levels that were unknown until agents recorded that the center does not offer them. Only this answer shows these
 * levels, so that an agent can undo the record.
 */
function endedLevels(center: string, recorded: ReadonlyMap<string, unknown>, shown: readonly string[]): string[] {
  return [...recorded.keys()].filter((target) => !shown.includes(target) && !target.startsWith(`${center}-`)).sort();
}

/** @throws Problem 404 for a text that cannot be a center's id. */
export function requireCenterId(id: string): void {
  if (!slugSchema.safeParse(id).success) throw noSuchCenter();
}

export const noSuchCenter = () => notFound('No center has this id. It may have closed, or the link may be cut off.');
