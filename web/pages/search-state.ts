import type { Answer, FieldValue, Narrowing } from '../locator/read/answer.ts';
import { listFields } from '../locator/read/answer.ts';
import { readUnderstood } from '../locator/read/understood.ts';
import { type State, startState } from '../locator/state/state.ts';

/**
 * A search's answer as the handler gives it. Distances from a cell are ranges, which the list cannot show, so `miles`
 * may be missing.
 */
interface Answered extends Omit<Answer, 'origin' | 'results'> {
  readonly origin: Answer['origin'] | null;
  readonly results: readonly (Omit<Answer['results'][number], 'distance'> & {
    readonly distance?: { readonly miles?: number; readonly approximate?: boolean } | undefined;
  })[];
}

export const unsearched = (): State => startState();

/** The finder's state after an answered search, and what was understood of the search. */
export function foundState(answered: Answered, withUnknown: boolean) {
  const { where, fields, ignored } = readUnderstood(answered.query);
  const narrowing: Narrowing = withUnknown ? { ...fields, include: 'unknown' } : fields;
  const results = answered.results.map(({ distance, ...result }) =>
    distance?.miles === undefined ? result : { ...result, distance: { ...distance, miles: distance.miles } },
  );
  const answer: Answer = { ...answered, results, origin: answered.origin ?? { kind: 'name', label: '' } };
  const found = {
    request: { limit: results.length },
    narrowing,
    answer,
    results,
    alternatives: answer.alternatives ?? [],
    more: answer.next !== null,
    complete: answer.next === null,
    held: null,
    from: 'api' as const,
  };
  const state: State = { ...startState(narrowing), view: { kind: 'answer', found, notes: [], anyway: false } };
  const place: Readonly<Record<string, string>> =
    where === null ? {} : where.kind === 'place' ? { near: where.near } : { state: where.state };
  const asked: Readonly<Record<string, FieldValue>> = withUnknown ? { ...fields, include: 'unknown' } : fields;
  return { state, found, where: place, fields: asked, ignored };
}

/** The state for a search that was not answered: the filters as the visitor set them in the form. */
export function narrowingFrom(form: ReadonlyMap<string, readonly string[]>): State {
  const chosen: Record<string, FieldValue> = {};
  for (const field of listFields) {
    const values = form.get(field);
    if (values !== undefined) chosen[field] = values;
  }
  for (const field of ['within', 'confirmed', 'accepting', 'include']) {
    const [value] = form.get(field) ?? [];
    if (value !== undefined) chosen[field] = value;
  }
  return startState(chosen);
}
