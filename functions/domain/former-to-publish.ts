import type { FormerId } from './former-id.ts';

/** Former ids sorted into those that a dataset can say something about and those that would lead nowhere. */
export interface FormerToPublish {
  readonly former: readonly FormerId[];
  /** Ids whose successor is neither a center nor a former id of the dataset. */
  readonly leadNowhere: readonly string[];
}

/**
 * The former ids of a dataset: each with the center that has its place now, however often that was renamed in between.
 * That center may be closed; its own id then says so.
 * @param given As imports wrote them down. Ids that are a center's again are left out.
 * @param closed Centers that editors found closed: what they found counts more than what an import says.
 * @param ids Ids of the dataset's centers.
 */
export function formerToPublish(
  given: readonly FormerId[],
  closed: ReadonlyMap<string, FormerId>,
  ids: ReadonlySet<string>,
): FormerToPublish {
  const known = new Map([...given.map((one) => [one.id, one] as const), ...closed]);
  // A closed center's id says so itself. Whether it is closed changes no other id's row, so that closing a center is an edit
  // of its own rows, and gives what a whole publish gives.
  const isEnd = (id: string): boolean => ids.has(id) || closed.has(id);
  const former: FormerId[] = [];
  const leadNowhere: string[] = [];
  for (const one of known.values()) {
    if (ids.has(one.id)) continue;
    const said = one.now === null ? one : saidOfSuccessor(one, one.now, known, isEnd);
    if (said === null) leadNowhere.push(one.id);
    else former.push(said);
  }
  return { former, leadNowhere };
}

/** The last center of the chain, or how the chain ends; null if it leads nowhere or in a circle. */
function saidOfSuccessor(
  one: FormerId,
  first: string,
  known: ReadonlyMap<string, FormerId>,
  isEnd: (id: string) => boolean,
): FormerId | null {
  const passed = new Set([one.id]);
  let now = first;
  while (!isEnd(now)) {
    const next = known.get(now);
    if (next === undefined || passed.has(now)) return null;
    passed.add(now);
    if (next.now === null) return { ...next, id: one.id };
    now = next.now;
  }
  return { ...one, now };
}
