import type { FactsAnswer, FactValue } from '../../../web/client/types.ts';
import type { Act, Press, Seen } from '../../../web/console/ports.ts';
import type { Answer } from '../../../web/console/team/entry.ts';

interface Held {
  readonly value: FactValue;
  readonly at: string;
  readonly by: string;
  readonly expiresAt: string | null;
}
interface Place {
  version: number;
  readonly facts: Map<string, Held>;
}

/** The API's rules for facts, as in API.md: versions for `If-Match`, times for `*`, each act once. */
export class PlainApi {
  readonly places = new Map<string, Place>();
  /** Every key press that the API received, without repetitions. */
  readonly history = new Map<string, { readonly by: string; readonly at: string; readonly value: FactValue }>();

  at(center: string, offering: string): Place {
    const key = `${center}/${offering}`;
    const place = this.places.get(key) ?? { version: 0, facts: new Map<string, Held>() };
    this.places.set(key, place);
    return place;
  }

  seen(center: string, offering: string): Seen {
    const { version, facts } = this.at(center, offering);
    return { version, facts: Object.fromEntries(facts) };
  }

  record({ center, offering, facts, pressedAt }: Press, ifMatch: string, by: string): Answer {
    const place = this.at(center, offering);
    if (ifMatch !== '*' && ifMatch !== `"${place.version}"`)
      return { kind: 'changed', current: this.seen(center, offering) };
    let changed = false;
    const acts = Object.entries(facts).map(([field, value]) => {
      const held = place.facts.get(field);
      const isNew = held === undefined || held.at < pressedAt;
      changed ||= isNew;
      // An act that is in effect counts as taken (`took`), even when it is sent again.
      const took = isNew || (held.at === pressedAt && held.by === by);
      const all = { offering, field, value, by, at: pressedAt, recordedAt: pressedAt, expiresAt: null, took };
      this.history.set(JSON.stringify([center, offering, field, pressedAt, by]), { by, at: pressedAt, value });
      if (isNew) place.facts.set(field, { value, at: pressedAt, by, expiresAt: null });
      return all;
    });
    if (changed) place.version += 1;
    const { version } = place;
    const now = Object.fromEntries([...place.facts].map(([field, fact]) => [field, { ...fact, stale: false }]));
    const answer: FactsAnswer = { offering, version, facts: now, acts, dataset: { version: null } };
    return { kind: 'recorded', answer };
  }
}

/** The expected final state: the latest key press for each fact. It is computed by sorting and overwriting only. */
export function latest(acts: readonly (Press & { readonly by: string })[]): Map<string, string> {
  const end = new Map<string, string>();
  for (const { center, offering, facts, by } of [...acts].sort((a, b) => (a.pressedAt < b.pressedAt ? -1 : 1)))
    for (const [field, value] of Object.entries(facts))
      end.set(`${center}/${offering}/${field}`, JSON.stringify([value, by]));
  return end;
}

export const heldBy = (api: PlainApi): Map<string, string> =>
  new Map(
    [...api.places].flatMap(([place, { facts }]) =>
      [...facts].map(([field, { value, by }]) => [`${place}/${field}`, JSON.stringify([value, by])] as const),
    ),
  );

export const ME = 'me';
let made = 0;
export function actOf(press: Press): Act {
  made += 1;
  return { ...press, id: `act-${made}` };
}
