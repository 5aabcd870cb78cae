import type { FormerId } from './former-id.ts';

/** Former ids, sorted into those that the dataset can explain and those that would lead nowhere. */
export interface FormerToPublish {
  readonly former: readonly FormerId[];
  /** Ids whose successor is neither a center nor a former id of the dataset. */
  readonly leadNowhere: readonly string[];
}

/**
 * The former ids of a dataset, each with the center that replaced it, through any number of later renames. That center
 * may be closed; its own id then says so.
 * @param given As imports recorded them. Ids that name a center again are left out.
 * @param closed Centers that editors found closed, which overrides the imports.
 * @param ids Ids of the dataset's centers.
 */
export function formerToPublish(
  given: readonly FormerId[],
  closed: ReadonlyMap<string, FormerId>,
  ids: ReadonlySet<string>,
): FormerToPublish {
  const known = new Map([...given.map((one) => [one.id, one] as const), ...closed]);
  // The closed center's own id reports the closure, so no other id's row changes. Closing a center thus edits only its
  // own rows, with the same result as a whole publish.
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
