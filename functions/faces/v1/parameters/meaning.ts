import { wordsOf } from '../../../dataset/words.ts';
import { type State, stateCodes } from '../../../domain/state.ts';
import { faultAt } from '../../../http/faults.ts';
import { readLanguage } from '../../../http/languages.ts';
import { badRequest, type Fault, Problem } from '../../../http/problem.ts';
import type { Request } from '../../../http/request-shape.ts';
import { readWithin, type Within } from '../../../http/within.ts';
import type { Places } from '../../../places/places.ts';
import type { Understood } from '../../../query/reading.ts';
import type { Filter } from '../../../search/filter.ts';
import type { Cursor } from '../../../search/question.ts';
import { bandsOf, DEFAULT_LIMIT } from './field-forms.ts';
import type { SearchBody } from './fields.ts';
import { filterOf } from './filter-of.ts';
import type { Origin } from './origin.ts';
import { perhapsNameOf, type QReading } from './q-reading.ts';
import { readOrigin } from './read-origin.ts';
import { whereInState, withinAskedStates, withinTelehealthState } from './states-of-search.ts';

/** A search after parsing. */
export interface SearchRequest {
  /** Where the search starts; null for a search by name alone. */
  readonly origin: Origin | null;
  readonly cell: string | null;
  readonly state: State | null;
  readonly name: string | null;
  /** Words of `q` that have no other meaning and may be a center's name. Null if there are none. */
  readonly perhapsName: string | null;
  /** The error for the caller if those words are no name and the place is unknown. Null if the place is known. */
  readonly unplaced: Problem | null;
  readonly within: Within | null;
  readonly filter: Filter;
  /** True to include centers in doubt. */
  readonly withUnknown: boolean;
  readonly limit: number;
  readonly cursor: Cursor | null;
  /** Fingerprint of the search. A cursor contains it, so that a cursor only continues its own search. */
  readonly fingerprint: string;
  /** The fields as they were read, for the answer's `query`. */
  readonly echo: Readonly<Record<string, unknown>>;
}

export interface SearchSurroundings {
  readonly places: Places;
  /** Slugs of the insurers that the dataset names. */
  readonly insurers: readonly string[];
  /** Codes of the languages that the dataset names. */
  readonly languages: readonly string[];
  /**
   * True if the caller, such as a language model, is not at the person's location: `me` and `cell` are refused, so no
   * message suggests them.
   */
  readonly isElsewhere?: boolean;
}

/** The fields of a search, after each was checked by itself. */
export interface Checked {
  /** The valid fields: if some are faulty, the others are still checked. */
  readonly fields: Partial<SearchBody>;
  /** Faults found before this step. Payers that are not in the data are among them (payer-faults.ts). */
  readonly faults: readonly Fault[];
  readonly place: 'parameter' | 'pointer';
  /** Names of all fields in the request, including faulty and empty ones. */
  readonly named: { has(name: string): boolean };
  /** Names of the fields that have a value. */
  readonly filled: { has(name: string): boolean };
}

/**
 * How pages of results continue: the API's cursors name a published dataset, a device's cursors the downloaded files.
 */
export interface Cursors {
  fingerprintOf(search: Readonly<Record<string, unknown>>): string;
  /** The cursor, or why it does not belong to this search. */
  readCursor(token: string, fingerprint: string, byDistance: boolean): Cursor | string;
}

/**
 * Combines checked fields into a search. Runs on devices too, so it must not import zod or Node's modules.
 * @param typed What `q` was understood to mean; null without `q`.
 * @throws Problem that names every fault at once.
 */
export function meaningOf(
  { fields: given, faults, place, named, filled }: Checked,
  typed: QReading | null,
  request: Pick<Request, 'headers'>,
  surroundings: SearchSurroundings,
  cursors: Cursors,
): SearchRequest {
  const found = [...faults];
  const members: Record<string, unknown> = {};
  const fields = withBands(given);
  const at = (name: string, message: string): void => {
    found.push(faultAt([name], message, place));
  };

  // Fields that the caller gave override those that `q` was read as.
  const asked = withinAskedStates({ ...typed?.fields, ...fields }, fields, named, at);
  const language = languagesOf(asked.language, surroundings.languages, (index, message) =>
    found.push(faultAt(['language', index], message, place)),
  );
  const spoken: Partial<SearchBody> = language === undefined ? asked : { ...asked, language };
  if (typed?.unservedState != null && typed.fields.near === undefined) {
    at(
      'q',
      `no center is listed in ${typed.unservedState}, only in ${stateCodes.join(', ')}; name a city or a ZIP to see the nearest`,
    );
  }
  const { origin, locationNeeded } = readOrigin({
    fields: spoken,
    named,
    filled,
    request,
    places: surroundings.places,
    isElsewhere: surroundings.isElsewhere === true,
    at,
    members,
  });
  const all = typed === null ? spoken : withinTelehealthState(spoken, fields, origin);
  // A plan's name alone is not a place: the CDN's guess is used only if it is in the plan's state.
  const isElsewhere = typed?.planState != null && fields.in === undefined && origin?.state !== typed.planState;
  const planState = isElsewhere ? typed.planState : null;
  if (planState !== null) {
    members.state = planState;
    found.splice(0, found.length, ...found.filter(({ parameter, pointer }) => parameter !== 'q' && pointer !== '/q'));
    at('q', whereInState(planState));
  }
  const within = all.within === undefined ? null : readWithin(all.within);
  if (typeof within === 'string') at('within', within);
  else if (within !== null && all.state !== undefined) {
    at('within', 'needs near: a state is always searched whole');
    if (fields.state === undefined) members.state = all.state;
  } else if (within !== null && origin === null && named.has('name') && found.length === 0)
    at('within', 'needs a place to measure from');
  if (fields.name !== undefined && wordsOf(fields.name).length === 0)
    at(
      'name',
      'has only words such as "the", "of" or "inc", which are in too many names; add another word of the name',
    );
  const echo = {
    ...all,
    limit: all.limit ?? DEFAULT_LIMIT,
    ...(within === null || typeof within === 'string' ? {} : { within: within.text }),
    ...(typed === null
      ? {}
      : {
          understood: typed.understood.filter((one) => !isOverruled(one, fields)),
          ignored: [...typed.ignored, ...overruledWords(typed, fields)],
          ...(typed.crisis ? { crisis: true } : {}),
        }),
  };
  const fingerprint = cursors.fingerprintOf({ ...echo, from: origin?.location ?? null });
  const byDistance = origin !== null && origin.location !== null;
  const cursor = fields.cursor === undefined ? null : cursors.readCursor(fields.cursor, fingerprint, byDistance);
  if (fields.cell !== undefined && cursor !== null) at('cursor', 'cannot be combined with cell; raise limit for more');
  else if (typeof cursor === 'string') at('cursor', cursor);
  const perhapsName =
    typed === null || fields.q === undefined || all.name !== undefined ? null : perhapsNameOf(fields.q, typed);
  // A text that is only a name needs no place.
  const isNameAlone =
    perhapsName !== null && typed?.saysWhere === false && typed.understood.every(({ field }) => field === null);
  const unplaced =
    isNameAlone && locationNeeded && found.length === 1
      ? needsLocation([...found], { ...members, query: withoutFaulty(echo, found) }, null)
      : null;
  if (unplaced !== null) found.length = 0;
  if (found.length > 0) {
    // When the answer asks for a place, it repeats what was understood of the typed words.
    if (typed !== null) members.query = withoutFaulty(echo, found);
    throw (locationNeeded || planState !== null) && found.length === 1
      ? needsLocation(found, members, planState)
      : badRequest(found, members);
  }
  if (typeof within === 'string' || typeof cursor === 'string') {
    throw new Error('a request without a fault could not be read');
  }
  return {
    origin,
    cell: all.cell ?? null,
    state: all.state ?? null,
    name: all.name ?? null,
    perhapsName,
    unplaced,
    within,
    filter: filterOf(all, surroundings.languages),
    withUnknown: all.include === 'unknown',
    limit: all.limit ?? DEFAULT_LIMIT,
    cursor,
    fingerprint,
    echo,
  };
}

/** Words of `q` that an explicit field overrides: "php" in `q=php near 85004&level=iop`. */
function overruledWords({ understood }: QReading, fields: Partial<SearchBody>): string[] {
  // If a phrase has two meanings, it counts as used if the search asks for one of them.
  const used = new Set(understood.filter((one) => !isOverruled(one, fields)).map(({ words }) => words));
  return [...new Set(understood.map(({ words }) => words))].filter((words) => !used.has(words));
}

function isOverruled({ field, value }: Understood, fields: Partial<SearchBody>): boolean {
  if (field === null || value === null) return false;
  const said = (fields as Readonly<Record<string, unknown>>)[field];
  return said !== undefined && !(Array.isArray(said) ? said : [said]).map(String).includes(value);
}

/**
 * The search fields as read, without faulty ones. `q` stays, because the answer asks about its words; `limit` gets its
 * default.
 */
function withoutFaulty(echo: Readonly<Record<string, unknown>>, found: readonly Fault[]): Record<string, unknown> {
  const faulty = new Set(found.map(({ parameter, pointer }) => parameter ?? pointer?.split('/')[1]));
  return Object.fromEntries(
    Object.entries(echo).filter(([name]) => name === 'q' || name === 'limit' || !faulty.has(name)),
  );
}

function needsLocation(
  errors: readonly Fault[],
  members: Readonly<Record<string, unknown>>,
  planState: State | null,
): Problem {
  return new Problem(
    400,
    'location-needed',
    'A location is needed',
    planState === null
      ? 'Where you are is not known here. Give a ZIP such as 85004, or a place such as "Phoenix, AZ".'
      : `The text ${whereInState(planState)}.`,
    { errors, members },
  );
}

/** Codes of the requested languages that are in the list, without duplicates. Reports the others through `at`. */
function languagesOf(
  asked: readonly string[] | undefined,
  listed: readonly string[],
  at: (index: number, message: string) => void,
): string[] | undefined {
  if (asked === undefined) return undefined;
  const codes = asked.flatMap((text, index) => {
    const read = readLanguage(text, listed);
    if (typeof read !== 'string') return [read.code];
    at(index, read);
    return [];
  });
  return [...new Set(codes)];
}

const withBands = ({ age, ...fields }: Partial<SearchBody>): Partial<SearchBody> =>
  age === undefined ? fields : { ...fields, age: bandsOf(age) };
