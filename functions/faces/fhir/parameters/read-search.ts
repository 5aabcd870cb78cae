import { fingerprintOf, type SignedCursors } from '../../../http/cursor.ts';
import { faultAt, unknownName } from '../../../http/faults.ts';
import { badRequest, type Fault } from '../../../http/problem.ts';
import type { Request } from '../../../http/request.ts';
import type { RouteContext } from '../../../http/services.ts';
import type { Filter } from '../../../search/filter.ts';
import type { NameTest } from '../../../search/names/name-test.ts';
import type { Cursor, RecordKey } from '../../../search/question.ts';
import { Namespace } from '../shapes/systems.ts';
import { beyondBounds, HAS, namesOf, plainName, type SearchedType, unmodified } from './known-parameters.ts';
import { Reading, type Where } from './reading.ts';
import { addTokens, filterOf, isTokenParameter } from './tokens.ts';

/** A FHIR search as it was understood. */
export interface FhirSearch {
  readonly where: Where;
  readonly filter: Filter;
  /** The test that the resource's name must pass. */
  readonly name: NameTest | null;
  /** The test that the name of a service's center must pass. */
  readonly locationName: NameTest | null;
  readonly count: number;
  readonly cursor: Cursor | null;
  /** Services of the first center that the page before gave already. */
  readonly skip: number;
  /** The cursor as it came; empty for a first page. */
  readonly ownCursor: string;
  readonly fingerprint: string;
  /** Writes the cursor of the next page. */
  readonly cursors: SignedCursors;
  /** Such as `HealthcareService:location`. */
  readonly include: ReadonlySet<string>;
  /** True to find what is in doubt too: `include=unknown`. */
  readonly withUnknown: boolean;
  /** Parameters as understood, for links. */
  readonly kept: readonly (readonly [name: string, value: string])[];
  /** Names that were passed over, since the caller asked for leniency. */
  readonly ignored: readonly string[];
}

/** @throws Problem that names every fault at once. */
export async function readFhirSearch(type: SearchedType, request: Request, context: RouteContext): Promise<FhirSearch> {
  const namespace = new Namespace(context.publicUrl, context.apiUrl);
  const [{ insurers, languages }, cursors] = await Promise.all([
    context.locator.glimpse(context.meter),
    context.cursors(),
  ]);
  const faults: Fault[] = [];
  const at = (name: string, message: string): void => {
    faults.push(faultAt([name], message, 'parameter'));
  };
  const surroundings = { namespace, insurers, languages };
  const lenient = isLenient(request);
  const reading = new Reading(type, namespace, at);
  const kept: (readonly [string, string])[] = [];
  const ignored: string[] = [];
  let has = 0;
  for (const [name, values] of request.query) {
    const { name: plain, how } = unmodified(name);
    const parameter = plainName(type, plain);
    if (parameter === null) {
      if (lenient) ignored.push(name);
      else at(name, unknownName(name, `a search parameter of ${type}`, namesOf(type)));
      continue;
    }
    for (const value of values) if (name !== '_cursor') kept.push([name, value]);
    const tooMuch = beyondBounds(parameter, values);
    if (values.some((value) => value.trim() === '')) at(name, 'is empty; leave it out or give a value');
    else if (tooMuch !== null) at(name, tooMuch);
    else if (isTokenParameter(parameter)) {
      if (name.startsWith(HAS)) has += 1;
      for (const value of values) {
        for (const message of addTokens(parameter, value, reading.chosen, surroundings)) at(name, message);
      }
    } else if (parameter === '_include' || parameter === '_revinclude')
      for (const value of values) reading.includes(parameter, value);
    else if (values.length > 1) at(name, 'is given more than once, which means "and": that is not supported here');
    else reading.read(parameter, name, (values[0] ?? '').trim(), how);
  }
  if (has > 1) {
    at(
      HAS,
      'can ask one thing of a service; for several of one service search HealthcareService with location.near and _include=HealthcareService:location',
    );
  }
  const organization = reading.organization === null ? null : await slugsOf(reading.organization, context);
  const where = reading.where(type);
  const fingerprint = fingerprintOf({ face: 'fhir', type, kept: kept.filter(([name]) => !notOfTheSearch.has(name)) });
  const { cursor, skip } = reading.cursor(fingerprint, where, cursors);
  if (faults.length > 0) throw badRequest(faults);
  return {
    where,
    filter: filterOf(reading.chosen, { organization, in: reading.states }, languages),
    name: reading.name,
    locationName: reading.locationName,
    count: reading.count,
    cursor,
    skip,
    ownCursor: request.query.get('_cursor')?.[0] ?? '',
    fingerprint,
    cursors,
    include: reading.include,
    withUnknown: reading.withUnknown,
    kept,
    ignored,
  };
}

/** What pages of one search may differ in. */
const notOfTheSearch = new Set(['_count', '_format', '_cursor', '_include', '_revinclude']);

async function slugsOf(keys: readonly RecordKey[], { locator, meter }: RouteContext): Promise<string[]> {
  const numbered = keys.filter((key) => 'number' in key);
  const found = numbered.length === 0 ? [] : (await locator.organizationsOf(numbered, meter)).answer;
  return [
    ...keys.flatMap((key) => ('id' in key ? [key.id] : [])),
    ...found.flatMap((organization) => (organization === null ? [] : [organization.slug])),
  ];
}

/** `Prefer: handling=lenient`: what a server does not know is passed over. Ours, like the other faces, refuses it unless asked. */
function isLenient({ headers }: Request): boolean {
  return /(?:^|[,;\s])handling\s*=\s*"?lenient"?(?:$|[,;\s])/i.test(headers.get('prefer') ?? '');
}
