import { fingerprintOf, type SignedCursors } from '../../../http/cursor.ts';
import { faultAt, unknownName } from '../../../http/faults.ts';
import { badRequest, type Fault } from '../../../http/problem.ts';
import type { Request } from '../../../http/request.ts';
import type { RouteContext } from '../../../http/services.ts';
import type { Filter } from '../../../search/filter.ts';
import type { NameTest } from '../../../search/names/name-test.ts';
import type { Cursor, RecordKey } from '../../../search/question.ts';
import { openedRequest, type Seal } from '../sealed.ts';
import { Namespace } from '../shapes/systems.ts';
import type { Sift } from '../sift.ts';
import { beyondBounds, namesOf, plainName, type SearchedType, unmodified } from './known-parameters.ts';
import { Reading, type Where } from './reading.ts';
import type { AnyOf } from './texts.ts';
import { filterOf, isTokenParameter, TokenReading } from './tokens.ts';

/** A FHIR search after parsing. */
export interface FhirSearch {
  readonly where: Where;
  readonly filter: Filter;
  /** The test that the resource's name must pass. */
  readonly name: NameTest | null;
  /** The test that the name of a service's center must pass. */
  readonly locationName: NameTest | null;
  /** Conditions beyond the filter and the names. */
  readonly sift: Sift;
  /** Tests the dataset's time, in milliseconds since 1970, against `_lastUpdated`. */
  readonly isUpdated: (publishedAt: number) => boolean;
  /** The reason why nothing can match, in words; null if something can. */
  readonly nothing: string | null;
  readonly count: number;
  /** True if only the number of matches is wanted. */
  readonly counting: boolean;
  /** True if an exact total is wanted at any cost. */
  readonly accurate: boolean;
  /** Encrypts links to further pages if the search must not be in a URL; null if it is in the URL anyway. */
  readonly seal: Seal | null;
  readonly cursor: Cursor | null;
  /** If the page begins inside a center: the number of that center's services on earlier pages. */
  readonly skip: number;
  /** The cursor as received; empty for a first page. */
  readonly ownCursor: string;
  readonly fingerprint: string;
  /** Writes the cursor of the next page. */
  readonly cursors: SignedCursors;
  /** Values of `_include`, for example `HealthcareService:location`. */
  readonly include: ReadonlySet<string>;
  /** True to include results in doubt: `include=unknown`. */
  readonly withUnknown: boolean;
  /** Parameters as understood, for building links. */
  readonly kept: readonly (readonly [name: string, value: string])[];
  /** Names of the parameters that were ignored because the caller asked for it (`Prefer: handling=lenient`). */
  readonly ignored: readonly string[];
}

/** @throws Problem that names every fault at once. */
export async function readFhirSearch(type: SearchedType, asked: Request, context: RouteContext): Promise<FhirSearch> {
  const { request, seal } = await openedRequest(type, asked, context);
  const namespace = new Namespace(context.publicUrl, context.apiUrl);
  const [{ insurers, languages }, cursors] = await Promise.all([
    context.locator.glimpse(context.meter),
    context.cursors(),
  ]);
  const faults: Fault[] = [];
  const at = (name: string, message: string): void => {
    faults.push(faultAt([name], message, 'parameter'));
  };
  const now = context.now();
  const pointOfZip = (zip: string) => context.places().zip(zip)?.location ?? null;
  const reading = new Reading(type, { namespace, pointOfZip, now }, at);
  const tokens = new TokenReading(type, { namespace, insurers, languages }, at);
  const { kept, ignored } = readAll(type, request, reading, tokens, at);
  const organization = reading.organization === null ? null : await slugsOf(reading.organization, context);
  const where = reading.where();
  tokens.finish(reading.withUnknown);
  const fingerprint = fingerprintOf({ face: 'fhir', type, kept: kept.filter(([name]) => !notOfTheSearch.has(name)) });
  const { cursor, skip } = reading.cursor(fingerprint, where, cursors);
  if (faults.length > 0) throw badRequest(faults);
  const narrowed = { organization, in: reading.states };
  const [chosen = {}, ...further] = tokens.conjuncts;
  const { name, locationName, ...texts } = textsOf(type, reading);
  return {
    where,
    filter: filterOf(chosen, narrowed, languages),
    name,
    locationName,
    sift: {
      ...texts,
      further: further.map((one) => filterOf(one, narrowed, languages)),
      ofServices: type === 'HealthcareService',
    },
    isUpdated: (publishedAt) => reading.updated.every((test) => test(publishedAt)),
    nothing: reading.nothing,
    count: reading.count,
    counting: reading.counting,
    accurate: reading.accurate,
    seal,
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

/** Reads every parameter. Returns which ones were used and which were ignored. */
function readAll(
  type: SearchedType,
  request: Request,
  reading: Reading,
  tokens: TokenReading,
  at: (name: string, message: string) => void,
) {
  const lenient = isLenient(request);
  const kept: (readonly [string, string])[] = [];
  const ignored: string[] = [];
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
    else if (isTokenParameter(parameter)) tokens.read(parameter, name, values);
    else if (parameter === '_include' || parameter === '_revinclude')
      for (const value of values) reading.includes(parameter, value);
    else reading.read(parameter, name, values, how);
  }
  return { kept, ignored };
}

/** Separates the texts that the index of names can look up from those that each result is compared with. */
function textsOf(type: SearchedType, reading: Reading) {
  const own = [...reading.names];
  const ofLocation = [...reading.locationNames];
  const takeOne = (from: AnyOf[]): NameTest | null => {
    const at = reading.isNamed ? from.findIndex((anyOf) => anyOf.length === 1) : -1;
    return at < 0 ? null : (from.splice(at, 1)[0]?.[0] ?? null);
  };
  const name = takeOne(own);
  const locationName = takeOne(ofLocation);
  const ofServices = type === 'HealthcareService';
  return {
    name,
    locationName,
    names: ofServices ? ofLocation : own,
    titles: ofServices ? own : [],
    address: reading.address,
  };
}

/** Parameters that may differ between the pages of one search. */
const notOfTheSearch = new Set(['_count', '_format', '_cursor', '_include', '_revinclude', '_summary', '_total']);

async function slugsOf(keys: readonly RecordKey[], { locator, meter }: RouteContext): Promise<string[]> {
  const numbered = keys.filter((key) => 'number' in key);
  const found = numbered.length === 0 ? [] : (await locator.organizationsOf(numbered, meter)).answer;
  return [
    ...keys.flatMap((key) => ('id' in key ? [key.id] : [])),
    ...found.flatMap((organization) => (organization === null ? [] : [organization.slug])),
  ];
}

/** `Prefer: handling=lenient` ignores what the server does not know. By default we refuse it, like the other faces. */
function isLenient({ headers }: Request): boolean {
  return /(?:^|[,;\s])handling\s*=\s*"?lenient"?(?:$|[,;\s])/i.test(headers.get('prefer') ?? '');
}
