import { listedOn } from '../../locator/parts/telling.ts';
import { consoleWords as w } from '../../words/console.ts';
import type { Center, Offering } from '../engine/found.ts';
import type { Act, Seen } from '../ports.ts';
import type { LineToCall } from '../state/intake-line.ts';
import type { Own } from '../state/state.ts';

/** Describes facts about a center in words. Pure. */

type Sureness = 'confirmed' | 'stale' | 'denied' | 'unconfirmed' | 'unknown';

export interface Sure {
  readonly state: Sureness;
  /** Age of the information in a few letters, for a row. */
  readonly short: string;
  readonly text: string;
}

interface Said {
  readonly own: Own[string];
  readonly seen: Seen | null;
  readonly now: number;
  /** Gives the date of a key press instead of its age, for a text that is read later. */
  readonly asDay?: boolean;
}

/**
 * Says how certain it is that a level is offered. What this agent or a colleague recorded takes precedence over the
 * published listing.
 */
export function sureOf(center: Center, offering: Offering | null, { own, seen, now, asDay = false }: Said): Sure {
  const mine = own?.level;
  const said = seen?.facts.level;
  const isMine = mine !== undefined && (said === undefined || said.at <= mine.at);
  const fact = isMine ? { value: mine.value, at: mine.at, by: w.sure.you, expiresAt: null } : said;
  const listed = listedOn(center);
  if (fact !== undefined && (fact.value === 'yes' || fact.value === 'no')) {
    const when = asDay ? w.day(fact.at, now) : w.moment(Date.parse(fact.at), now);
    const isOld = fact.expiresAt !== null && Date.parse(fact.expiresAt) <= now;
    const day = isMine ? w.columns.now : w.day(fact.at, now);
    const by = fact.by ?? null;
    if (fact.value === 'no') return { state: 'denied', short: day, text: w.sure.denied(when, by) };
    return isOld
      ? { state: 'stale', short: day, text: w.sure.stale(when) }
      : { state: 'confirmed', short: day, text: w.sure.confirmed(when, by) };
  }
  const { state = 'unknown', confirmedAt = null } = offering?.confirmation ?? {};
  const day = confirmedAt === null ? '' : w.day(confirmedAt, now);
  if (state === 'confirmed') return { state, short: day, text: w.sure.confirmed(day, null) };
  if (state === 'stale') return { state, short: day, text: w.sure.stale(day) };
  if (state === 'denied') return { state, short: day, text: w.sure.denied(day, null) };
  if (offering === null) return { state: 'unknown', short: w.columns.ask, text: w.sure.unknown };
  const month = listed === null ? null : w.month(listed);
  return { state: 'unconfirmed', short: month ?? '', text: w.sure.unconfirmed(month) };
}

export interface Intake {
  readonly state: 'open' | 'full' | 'closed' | 'unknown';
  readonly until: string | null;
  readonly at: string | null;
  readonly by: string | null;
}

/** Says if the center takes new clients. */
export function intakeOf(offering: Offering | null, own: Own[string], seen: Seen | null, now: number): Intake {
  const mine = own?.intake;
  const said = seen?.facts.intake;
  const isMine = mine !== undefined && (said === undefined || said.at <= mine.at);
  const fact = isMine ? { ...mine, by: w.sure.you } : said;
  if (fact !== undefined && typeof fact.value === 'object') {
    const { state, until = null } = fact.value;
    const isOver = until !== null && Date.parse(until) <= now;
    if (!isOver) return { state, until, at: fact.at, by: fact.by ?? null };
  }
  const { state, until, asOf } = offering?.intake ?? { state: 'unknown', asOf: null };
  const known = state === 'open' || state === 'full' || state === 'closed' ? state : 'unknown';
  return { state: known, until: until ?? null, at: asOf, by: null };
}

export function intakeShort({ state, until }: Intake, now: number): string {
  const end = until === null ? null : w.day(until, now);
  if (state === 'open') return w.columns.open;
  if (state === 'full') return w.columns.full(end);
  return state === 'closed' ? w.columns.closed(end) : w.columns.ask;
}

/** Describes an intake as part of a sentence, such as `Full until Dec 8`. */
export function intakeLong({ state, until }: Pick<Intake, 'state' | 'until'>, now: number): string {
  const text = w.facts.intake[state];
  return until === null ? text : w.facts.until(text, w.day(until, now));
}

/**
 * Keeps a dash at the end of its line, so that the next line begins with the part of the name that tells branches
 * apart.
 */
export const unbroken = (name: string): string => name.replaceAll(' – ', '\u00a0– ');

/** Says in a few letters whom the programs serve. `limit` is true if they turn somebody away, or may. */
export function whoOf(offerings: readonly Offering[]): { readonly text: string; readonly limit: boolean } {
  const only = [...new Set(offerings.flatMap((one) => one.only ?? []))];
  if (only.length > 0 && offerings.every((one) => (one.only ?? []).length > 0))
    return { text: only.map((one) => w.who.only[one] ?? one).join(', '), limit: true };
  const named = new Set(offerings.flatMap(({ ages, populations }) => ages ?? populations));
  const adults = ['young-adults', 'adults', 'seniors'].some((one) => named.has(one));
  const [gender, ...others] = [...new Set(offerings.flatMap(({ genders }) => genders ?? []))];
  const ages = [
    ...(named.has('children') ? [w.who.children] : []),
    ...(named.has('adolescents') ? [w.who.adolescents] : []),
    ...(adults ? [w.who.adults] : []),
  ];
  if ((gender === 'women' || gender === 'men') && others.length === 0) return { text: w.who[gender], limit: true };
  if (ages.length === 3) return { text: w.who.all, limit: false };
  if (ages.length === 0) return { text: w.columns.ask, limit: false };
  return { text: ages.map((one, at) => (at === 0 ? one : one.toLowerCase())).join(', '), limit: !adults };
}

export function whoAnswers({ isDirect, purpose, answeredBy }: LineToCall): string {
  if (isDirect) return w.pane.directHint;
  if (answeredBy === 'facility') return w.pane.line[purpose] ?? w.pane.other;
  return answeredBy === 'central-admissions' ? w.pane.central : w.pane.outside;
}

/** Puts the facts of an act into words: `evenings`, `no Medicaid`, `intake full until Dec 8`. */
export function factsText(facts: Act['facts'], now: number): string {
  return Object.entries(facts)
    .map(([key, value]) => factText(key, value, now))
    .join(', ');
}

export function factText(key: string, value: Act['facts'][string], now: number): string {
  if (typeof value === 'object') return intakeLong({ state: value.state, until: value.until ?? null }, now);
  if (key === 'level')
    return value === 'yes' ? w.facts.confirmed : value === 'no' ? w.facts.denied : w.facts.levelUnknown;
  const dot = key.indexOf('.');
  const what = dot < 0 ? w.valueName(key, 'true') : w.valueName(key.slice(0, dot), key.slice(dot + 1));
  if (typeof value === 'number') return `${what}: ${value}`;
  return w.facts[value](what);
}
