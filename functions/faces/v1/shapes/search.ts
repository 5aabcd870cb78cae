import type { VersionKey } from '../../../dataset/head.ts';
import { type Counts, coverageOf } from '../../../http/coverage.ts';
import { help } from '../../../http/help.ts';
import type { Answer } from '../../../search/changes.ts';
import type { Match } from '../../../search/query.ts';
import type { Question, Where } from '../../../search/question.ts';
import type { SearchRequest } from '../parameters/meaning.ts';
import type { Origin } from '../parameters/origin.ts';
import { alternativeAnswer, certaintyAnswer, datasetAnswer, resultAnswer } from './center.ts';

// The device answers in these shapes too: this file must not import zod or Node's modules.

/** Converts a parsed search to a question for the locator. */
export function questionOf(search: SearchRequest): Question {
  const { filter, name, perhapsName, limit, cursor, withUnknown } = search;
  const after = cursor?.after ?? null;
  return { where: whereOf(search), filter, name, perhapsName, limit, after, withUnknown, withAlternatives: true };
}

function whereOf({ origin, cell, state, name, within, ...typed }: SearchRequest): Where {
  const withinKm = within?.km ?? null;
  if (cell !== null) return { kind: 'cell', cell, withinKm };
  if (state !== null) return { kind: 'state', state };
  if (origin?.location) return { kind: 'near', origin: origin.location, withinKm };
  if (typed.unplaced !== null && typed.perhapsName !== null) return { kind: 'name', name: typed.perhapsName };
  if (name === null) throw new Error('a search has neither an origin nor a name');
  return { kind: 'name', name };
}

/** The results of a search in one dataset. */
export interface Found {
  readonly answer: Answer;
  readonly head: VersionKey;
  readonly summary: Counts;
}

/**
 * @param nextAfter Cursor of the next page, if there is one.
 * @param now Milliseconds since 1970: decides what is stale.
 */
export function searchAnswer(
  search: SearchRequest,
  { answer: result, head, summary }: Found,
  nextAfter: (last: Match) => string,
  now: number,
) {
  const { matches, unknown, more } = result;
  // The words that might have been a name match no center, and no place is known: ask for the place.
  if (search.unplaced !== null && matches.length === 0) throw search.unplaced;
  const first = search.cursor === null;
  const last = matches.at(-1);
  return {
    origin: search.origin === null ? null : shownOrigin(search.origin),
    ...(search.origin === null ? {} : { coverage: coverageOf(search.origin.state, summary) }),
    query: result.isNamed || search.unplaced !== null ? withName(search) : search.echo,
    results: matches.map((match) => ({
      ...resultAnswer(match, now, search.cell !== null),
      ...(search.withUnknown ? certaintyAnswer(match) : {}),
    })),
    unknown: { count: unknown.count, ...(unknown.more ? { more: true } : {}), because: unknown.because },
    ...(first && matches.length < search.limit ? { alternatives: result.alternatives.map(alternativeAnswer) } : {}),
    next: more && last !== undefined ? nextAfter(last) : null,
    dataset: datasetAnswer(head),
    help,
  };
}

/** The search as understood, including words that turned out to be a center's name. */
function withName({ echo, perhapsName, unplaced }: SearchRequest): Readonly<Record<string, unknown>> {
  const { near, ignored, understood, ...others } = echo;
  const read = { words: perhapsName, field: 'name', value: perhapsName };
  return {
    ...others,
    ...(near === undefined || unplaced !== null ? {} : { near }),
    name: perhapsName,
    ...(Array.isArray(understood) ? { understood: [...(understood as unknown[]), read] } : {}),
    // Words that are now read as the name are no longer listed as ignored.
    ignored: Array.isArray(ignored) ? ignored.filter((word) => !perhapsName?.split(' ').includes(String(word))) : [],
  };
}

const shownOrigin = ({ kind, label, location }: Origin) => ({ kind, label, location });

export type SearchAnswer = ReturnType<typeof searchAnswer>;
