import type { HistoryAnswer } from '../../client/types.ts';
import { leadsWords as w } from '../../words/leads.ts';

/** One line of the history: who did what, when, and with what effect. */
export interface HistoryLine {
  readonly key: string;
  readonly kind: keyof typeof w.history.kinds;
  readonly at: string;
  readonly who: string | null;
  readonly what: string;
  /** For a key press, says if its fact is in effect now. Null for every other line. */
  readonly became: keyof typeof w.history.became | null;
  /** When the API received the key press, if that was more than a minute after it. Null otherwise. */
  readonly arrived: string | null;
}

const A_MINUTE_MS = 60_000;

/**
 * Lists everything that people recorded about a center, latest first.
 * @param nameOf Returns an offering's label: its level.
 */
export function linesOf(history: HistoryAnswer, nameOf: (offering: string) => string): readonly HistoryLine[] {
  const holding = new Set<string>();
  // The API lists the latest key press first, so the first one that changed a fact is in effect.
  const facts = history.acts.map((act, at): HistoryLine => {
    const fact = `${act.offering} ${act.field}`;
    const holds = act.took && !holding.has(fact);
    if (act.took) holding.add(fact);
    const isLate = Date.parse(act.recordedAt) - Date.parse(act.at) > A_MINUTE_MS;
    return {
      key: `fact ${at}`,
      kind: 'fact',
      at: act.at,
      who: act.by,
      what: `${nameOf(act.offering)}: ${w.fact.said(act.field, act.value)}`,
      became: holds ? 'holds' : act.took ? 'replaced' : 'history',
      arrived: isLate ? act.recordedAt : null,
    };
  });
  const plain = { became: null, arrived: null };
  const corrections = history.corrections.map(({ corrections: held, reason, by, at, version }): HistoryLine => {
    const what = w.history.correction(w.history.corrected(held.map(({ path }) => w.pathName(path, nameOf))), reason);
    return { ...plain, key: `correction ${version}`, kind: 'correction', at: at ?? '', who: by, what };
  });
  const confirmations = history.confirmations.map(({ offering, state, by, at }, index): HistoryLine => {
    const what = w.history.confirmation(nameOf(offering), state);
    return { ...plain, key: `confirmation ${index}`, kind: 'confirmation', at, who: by, what };
  });
  const hidden = history.private.map(({ version, by, at }): HistoryLine => {
    return { ...plain, key: `private ${version}`, kind: 'private', at, who: by, what: w.history.private(version) };
  });
  const order = ({ at }: HistoryLine) => (at === '' ? 0 : Date.parse(at));
  return [...facts, ...corrections, ...confirmations, ...hidden].toSorted((a, b) => order(b) - order(a));
}
