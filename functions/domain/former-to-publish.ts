import type { FormerId } from './former-id.ts';

/** The former ids that the dataset can answer for, and those whose successor it does not have. */
export interface FormerToPublish {
  readonly former: readonly FormerId[];
  /** Former ids whose successor is neither a center nor a former id of the dataset. */
  readonly leadNowhere: readonly string[];
}

/**
 * The former ids of a dataset. Each refers to the center that replaced it, even after several renames. If that center
 * is closed, its own id says so.
 * @param given The former ids that imports recorded. Those that name a center again are left out.
 * @param closed Centers that editors found closed, which overrides the imports.
 * @param ids Ids of the dataset's centers.
 */
export function formerToPublish(
  given: readonly FormerId[],
  closed: ReadonlyMap<string, FormerId>,
  ids: ReadonlySet<string>,
): FormerToPublish {
  const known = new Map([...given.map((one) => [one.id, one] as const), ...closed]);
  // Other ids refer to a closed center's id, which reports the closure. So closing a center changes only its own rows,
  // and the result equals that of a whole publish.
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

/**
 * The former id with the last center of its chain of renames, or with the reason why the chain ends. Null if the chain
 * leads to an unknown id or in a circle.
 */
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
