import type { APIGatewayProxyResult } from 'aws-lambda';
import { noParameters } from '../../http/parameters.ts';
import type { Fault } from '../../http/problem.ts';
import { type Request, readJson } from '../../http/request.ts';
import { caching, json, negotiate } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';
import { correctionsBodySchema, privateBodySchema } from './parameters/bodies.ts';
import { readEdit } from './parameters/edit.ts';
import { readFactsBody } from './parameters/facts-body.ts';
import { readIfMatch, refuse, tagOf } from './parameters/if-match.ts';
import { type Group, type Person, signedIn, signedOut } from './person.ts';
import { requireCenterId } from './read-centers.ts';
import { refused } from './refused.ts';
import type { AgentServices, AgentWrites } from './services.ts';
import { actAnswer, correctionsAnswer, privateAnswer, recordedAnswer } from './shapes/recorded.ts';

export type WriteServices = AgentServices & { readonly writes: AgentWrites };

/** Records facts about an offering, or about a level that is unknown. */
export function recordFacts(services: WriteServices): RouteHandler {
  return async (request, context, { id = '', offeringId = '' }) => {
    const person = await mayWrite(request, services);
    const type = readyToWrite(request);
    requireCenterId(id);
    const now = context.now();
    const faults: Fault[] = [];
    const at = (fault: Fault) => faults.push(fault);
    const seen = readIfMatch(request, at);
    const lists = await context.locator.glimpse(context.meter);
    const { facts, ...body } = readFactsBody(readJson(request), { lists, now, at });
    refuse(faults);
    const given = { center: id, offering: offeringId, facts, ...body, by: person.name, seen };
    const written = await services.writes.recordFacts(given).catch((error: unknown) =>
      refused(error, seen, async (target = offeringId) => {
        const known = await services.store.facts(id);
        return recordedAnswer(
          known.find(({ offering }) => offering === target),
          now,
        );
      }),
    );
    const answer = recordedAnswer(written.stored, now);
    const { version } = written;
    return tagged(
      { offering: written.stored.offering, ...answer, acts: written.acts.map(actAnswer), dataset: { version } },
      answer.version,
      type,
    );
  };
}

/** Corrects facts of a center, or removes a correction. */
export function correctCenter(services: WriteServices): RouteHandler {
  return async (request, _, { id = '' }) => {
    const person = await mayWrite(request, services, ['editor']);
    const { body, seen, type } = readEdit(request, id, correctionsBodySchema);
    const written = await services.writes
      .correct({ ...body, center: id, by: person.name, seen })
      .catch((error: unknown) =>
        refused(error, seen, async () => correctionsAnswer(await services.store.corrections(id))),
      );
    const answer = correctionsAnswer(written.stored);
    return tagged({ ...answer, dataset: { version: written.version } }, answer.version, type);
  };
}

/** Sets the fields of a center that only the admissions team sees. */
export function writePrivateFields(services: WriteServices): RouteHandler {
  return async (request, _, { id = '' }) => {
    const person = await mayWrite(request, services, ['editor']);
    const { body: fields, seen, type } = readEdit(request, id, privateBodySchema);
    const stored = await services.writes
      .writePrivate({ center: id, fields, by: person.name, seen })
      .catch((error: unknown) =>
        refused(error, seen, async () => privateAnswer((await services.store.privateFields([id])).get(id))),
      );
    return tagged(privateAnswer(stored), stored.version, type);
  };
}

/** Ends the sign-in: none of its tokens can write anymore. */
export function signOut(services: WriteServices): RouteHandler {
  return async (request) => {
    const { session, expiresAt } = await signedIn(request, services.readToken);
    noParameters(request);
    const type = negotiate(request, ['application/json']);
    await services.writes.signOut(session, expiresAt);
    return json({ signedOut: true }, caching.none, type);
  };
}

/**
 * The person who writes.
 * @throws Problem 401, also after a sign-out; 403.
 */
async function mayWrite(
  request: Request,
  { readToken, store }: WriteServices,
  groups?: readonly Group[],
): Promise<Person> {
  const person = await signedIn(request, readToken, groups);
  if (await store.isSignedOut(person.session)) throw signedOut();
  return person;
}

function readyToWrite(request: Request) {
  noParameters(request);
  return negotiate(request, ['application/json']);
}

const tagged = (body: unknown, version: number, type: string): APIGatewayProxyResult => {
  const answer = json(body, caching.none, type);
  return { ...answer, headers: { ...answer.headers, etag: tagOf(version) } };
};
