import * as z from 'zod';
import { type PackedCenter, packed, unpackCenter, unpackOffering } from '../../dataset/packed-center.ts';
import { confirmationState } from '../../domain/confirmation.ts';
import { type State, stateCodes, stateNames } from '../../domain/state.ts';
import { noParameters, readParameters } from '../../http/parameters.ts';
import { caching, json, negotiate } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';
import type { RouteContext } from '../../http/services.ts';
import { readTable } from '../../places/load.ts';
import { PlaceTable } from '../../places/table.ts';
import { centerAnswer, datasetAnswer } from '../v1/shapes/center.ts';
import { peopleNear } from './people-near.ts';
import { signedIn } from './person.ts';
import type { AgentServices } from './services.ts';

export const MOST_ROWS = 200;
export const worklistParameters = z.object({
  state: z
    .string()
    .transform((text) => text.trim().toUpperCase())
    .pipe(z.enum(stateCodes, `must be one of ${stateCodes.join(', ')}`))
    .optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, `must be a whole number from 1 to ${MOST_ROWS}`)
    .transform(Number)
    .refine((limit) => limit <= MOST_ROWS, `must be a whole number from 1 to ${MOST_ROWS}`)
    .default(20),
});

let people: ReturnType<typeof peopleNear> | undefined;
/** Read once a container, when first asked for. */
const nearby = () => {
  if (people === undefined) {
    const table = new PlaceTable(readTable());
    const places = Array.from({ length: table.placeCount }, (_, position) => table.placeAt(position));
    people = peopleNear(places.filter(({ kind }) => kind === 'city'));
  }
  return people;
};

/** Centers to ask next: the most people near an offering that nobody confirmed, first. */
export function readWorklist({ readToken }: AgentServices): RouteHandler {
  return async (request, context) => {
    await signedIn(request, readToken);
    const { state, limit } = readParameters(worklistParameters, request);
    const type = negotiate(request, ['application/json']);
    const now = context.now();
    const { rows, head } = await rowsOf(state === undefined ? stateCodes : [state], context);
    const near = nearby();
    const open = rows.flatMap((row) => {
      const { unconfirmed, stale } = countsOf(row, now);
      const center = unpackCenter(row);
      const asks = unconfirmed + stale + center.unknownLevels.length;
      if (asks === 0) return [];
      const { unknownLevels } = center;
      return [{ center, people: near(center.location), unconfirmed, stale, unknownLevels }];
    });
    const ranked = open.sort((a, b) => b.people - a.people || (a.center.id < b.center.id ? -1 : 1));
    const worklist = ranked.slice(0, limit).map(({ center, ...rest }) => ({ center: centerAnswer(center), ...rest }));
    return json({ worklist, open: ranked.length, dataset: datasetAnswer(head) }, caching.none, type);
  };
}

/** How far each state is: what is confirmed, and what is still unknown. */
export function readProgress({ readToken }: AgentServices): RouteHandler {
  return async (request, context) => {
    await signedIn(request, readToken);
    noParameters(request);
    const type = negotiate(request, ['application/json']);
    const { rows, head } = await rowsOf(stateCodes, context);
    const now = context.now();
    const byState = Map.groupBy(rows, (row) => row[packed.state]);
    const states = stateCodes.map((code) => ({ code, name: stateNames[code], ...total(byState.get(code) ?? [], now) }));
    return json({ states, dataset: datasetAnswer(head) }, caching.none, type);
  };
}

/** Every listed center of some states, from one dataset. */
async function rowsOf(states: readonly State[], { locator, meter }: RouteContext) {
  const rows: PackedCenter[] = [];
  let version = null;
  for (const state of states) {
    const question = {
      ...{ where: { kind: 'state' as const, state }, filter: {}, name: null, after: null },
      ...{ limit: Number.MAX_SAFE_INTEGER, withUnknown: false, withAlternatives: false },
    };
    const found = await locator.answer(question, meter, version);
    version = { publishedAt: found.head.publishedAt, version: found.head.version };
    rows.push(...found.answer.matches.map(({ row }) => row));
    if (state === states.at(-1)) return { rows, head: found.head };
  }
  throw new RangeError('no state was asked for');
}

function countsOf(row: PackedCenter, now: number) {
  const states = row[packed.offerings].map((one) => confirmationState(unpackOffering(row, one).confirmation, now));
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  return {
    offerings: states.length,
    confirmed: count('confirmed'),
    stale: count('stale'),
    denied: count('denied'),
    unconfirmed: count('unconfirmed'),
  };
}

function total(rows: readonly PackedCenter[], now: number) {
  const sum = { offerings: 0, confirmed: 0, stale: 0, denied: 0, unconfirmed: 0, unknownLevels: 0 };
  for (const row of rows) {
    const counts = countsOf(row, now);
    for (const [name, count] of Object.entries(counts)) sum[name as keyof typeof counts] += count;
    sum.unknownLevels += unpackCenter(row).unknownLevels.length;
  }
  return { centers: rows.length, ...sum };
}
