import { stateOf } from '../../../functions/places/postal-states.ts';
import type { Answer } from '../../locator/read/answer.ts';
import { byCode } from './by-code.ts';
import { chipsOf, withChanges } from './changed.ts';
import type { Chip, Fields, FieldValue, Found, Query, Row } from './found.ts';
import { isProblem } from './problem.ts';
import { centersIn, completed, isBare, type Reading, readText, splitName } from './reading.ts';
import type { Source } from './source.ts';

/** Number of rows in a page of results. A screen shows fewer. */
const PAGE = 50;
/** Fewest letters of a text that is also searched as a name. */
const LEAST_OF_NAME = 2;

/** Searches the listings in memory. Nothing about the search leaves the browser. */
export function lookup(query: Query, source: Source): Found {
  const text = query.text.trim();
  if (text === '' && Object.keys(query.added).length === 0) return { kind: 'empty' };
  const coded = query.asName ? null : byCode(text, source);
  if (coded !== null) return coded;
  const typed = readText(text, source);
  const asked = (reading: Reading, own: Fields = {}, named = 0) => search(own, reading, query, source, named);
  const isName = (name: string) => countNamed(name, source, 1) > 0;
  const byName = (reading: Reading, name: string) => asked({ ...reading, ignored: [] }, { name });
  if (query.asName) return byName(nothingOf(typed), text);
  // A text such as "new york" names a state without listings and must not be taken for the beginning of a center's
  // name. The search's answer then says which states are listed.
  if (typed.unserved !== null && stateOf(typed.ignored.join(' ').toLowerCase()) === typed.unserved) return asked(typed);
  const isPlaceAlone = Object.keys(typed.fields).join() === 'near';
  const named = typed.ignored.length > 0 || isPlaceAlone ? countNamed(text, source) : 0;
  if (typed.ignored.length > 0) {
    const whole = completed(text, typed, source);
    // The text may contain a name and something else, such as "iop lantern bridge phoenix".
    const split = whole === null && !isBare(typed) ? splitName(text, source, isName) : null;
    if (split !== null) {
      const both = byName(split.reading, split.name);
      if (both.kind === 'rows' && both.rows.length > 0) return both;
    }
    if (named > 0 && !isLikelier(whole, typed, named, source)) return byName(nothingOf(typed), text);
    if (whole !== null) return asked(whole, {}, named);
  }
  const found = asked(typed, {}, named);
  if (found.kind === 'rows' && typed.ignored.length === 0) return found;
  const split = splitName(text, source, isName);
  const both = split === null ? found : byName(split.reading, split.name);
  return both.kind === 'rows' && both.rows.length > 0 ? both : found;
}

/** What a text is understood as if all of it is a name. */
const nothingOf = (reading: Reading): Reading => ({ ...reading, text: null, fields: {}, from: null });

/** True if a single word is more likely the beginning of a town than of a center's name: the town has more centers. */
function isLikelier(whole: Reading | null, typed: Reading, named: number, source: Source): boolean {
  if (whole === null) return false;
  if (!isBare(typed) || typed.ignored.length > 1) return !isBare(typed);
  return centersIn(String(whole.fields.near), source) > named;
}

function countNamed(name: string, { locator }: Source, most = PAGE): number {
  return name.length < LEAST_OF_NAME ? 0 : Math.min(most, locator.countNamed(name));
}

function search(own: Fields, reading: Reading, query: Query, source: Source, named: number): Found {
  const { crisis, ignored } = reading;
  const fields = withChanges({ ...wholeFields(reading, source), ...own }, query);
  const chips = chipsOf(fields, null, reading.from);
  const hasWhere = 'near' in fields || 'state' in fields || 'name' in fields;
  const isElsewhere = reading.unserved !== null && reading.text !== null;
  if (!hasWhere && !isElsewhere) return { kind: 'where', chips, ignored, crisis };
  // Leaves out the radius if the search has no point to measure from: it is for a whole state, or by name alone.
  const { within, ...placeless } = fields;
  const asked = within === undefined || 'near' in fields ? fields : placeless;
  try {
    const body = {
      ...(isUnchanged(reading, query) || !hasWhere ? { q: reading.text, ...own } : asked),
      ...(query.withUnknown ? { include: 'unknown' } : {}),
      limit: PAGE,
    };
    const pages = [source.locator.search(body) as unknown as Answer];
    while (pages.length < query.pages) {
      const next = pages.at(-1)?.next ?? null;
      if (next === null) break;
      pages.push(source.locator.search({ ...body, cursor: next }) as unknown as Answer);
    }
    return foundOf(pages, { reading, named, source });
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { candidates = [], errors = [], detail } = error.problem;
    const places = candidates.map(({ label }) => label);
    if (places.length > 0) return { kind: 'which', places, chips: withoutPlace(chips), crisis };
    return { kind: 'problem', detail: errors[0]?.message ?? detail, chips, crisis };
  }
}

/**
 * True if the agent changed no filter. The search then passes the typed words unchanged, so that its answer is the
 * API's answer to them.
 */
const isUnchanged = ({ text, hasPlace }: Reading, { added, dropped }: Query): boolean =>
  text !== null && hasPlace && dropped.length === 0 && Object.keys(added).length === 0;

/**
 * Fields that the words ask for. A search for telehealth near a place also gets that place's state, because the program
 * must serve it.
 */
function wholeFields({ text, fields, hasPlace }: Reading, { locator }: Source): Fields {
  const { modality } = fields;
  if (text === null || !hasPlace || typeof modality !== 'object' || !modality.includes('telehealth')) return fields;
  try {
    return askedOf(locator.search({ q: text, limit: 1 }) as unknown as Answer);
  } catch (error) {
    // If the place is not understood, the search that follows reports it, so this error is ignored.
    if (isProblem(error)) return fields;
    throw error;
  }
}

/** Reads from an answer which fields were searched. Leaves out the typed words, and settings that are not filters. */
function askedOf({ query }: Answer): Fields {
  const {
    q: _,
    limit: __,
    ignored: ___,
    crisis: ____,
    include: _____,
    understood: ______,
    ...fields
  } = query as Record<string, FieldValue>;
  return fields;
}

const withoutPlace = (chips: readonly Chip[]) => chips.filter(({ field }) => field !== 'near' && field !== 'state');

function foundOf(
  pages: readonly Answer[],
  { reading, named, source }: { readonly reading: Reading; readonly named: number; readonly source: Source },
): Found {
  const [first] = pages;
  if (first === undefined) throw new RangeError('an answer has a first page');
  const fields = askedOf(first);
  const results = pages.flatMap((page) => page.results);
  const names = new Map<string, number>();
  for (const { center } of results) names.set(center.name, (names.get(center.name) ?? 0) + 1);
  const rows = results.map((result): Row => {
    const all = source.locator.center(result.center.id).offerings as unknown as Row['offerings'];
    return {
      center: result.center,
      miles: result.distance?.miles ?? null,
      approximate: result.distance?.approximate ?? result.center.location.accuracy === 'zip',
      offerings: all.filter(({ confirmation }) => confirmation.state !== 'denied'),
      matched: result.offerings as Row['matched'],
      ask: result.certainty === 'unknown' ? (result.ask ?? []) : null,
      twin: (names.get(result.center.name) ?? 0) > 1,
    };
  });
  // In a search by name alone, distances have no starting point.
  const origin = first.origin as Answer['origin'] | null;
  const location = origin?.location ?? null;
  return {
    kind: 'rows',
    rows,
    chips: chipsOf(fields, origin?.label ?? null, reading.from),
    fields,
    unknown: { count: first.unknown.count, more: first.unknown.more ?? false },
    more: (pages.at(-1)?.next ?? null) !== null,
    ignored: reading.ignored,
    named,
    changes: (first.alternatives ?? []).flatMap(({ change, count, more, nearestMiles }) => {
      const [[field, to] = ['', null]] = Object.entries(change);
      return field === '' ? [] : [{ field, to: to === null ? null : String(to), count, more, nearestMiles }];
    }),
    from: location === null ? null : { ...location, label: origin?.label ?? '' },
    crisis: reading.crisis,
  };
}
