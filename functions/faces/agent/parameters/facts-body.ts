import * as z from 'zod';
import {
  type FactValue,
  factKeys,
  factKind,
  findings,
  INTAKE,
  mostOf,
  numberFields,
  type OpenLists,
} from '../../../domain/fact.ts';
import { nearestWord } from '../../../domain/nearest-word.ts';
import { faultAt, faultsOf, quoted } from '../../../http/faults.ts';
import { described } from '../../../http/openapi/described.ts';
import type { Fault } from '../../../http/problem.ts';

const DAY_MS = 86_400_000;
/** Facts may expire at most this many days ahead. */
const MOST_DAYS_AHEAD = 366;
/** Longest delay between a key press and its request. */
const MOST_DAYS_AGO = 30;
/** How far an agent's clock may be ahead of ours. */
const MOST_AHEAD_MS = 120_000;
const MOST_FACTS = 50;

const instantSchema = z.iso.datetime('must be a time in UTC such as "2026-12-01T17:00:00Z"');
const intakeStates = ['open', 'full', 'closed', 'unknown'] as const;
const intakeSchema = z.strictObject({
  state: described(z.enum(intakeStates), 'Whether new clients are taken.', 'full'),
  until: described(
    instantSchema.optional(),
    'Of `full` and `closed`: until when, at most 366 days ahead; 30 days if left out.',
    '2026-12-15T17:00:00Z',
  ),
});

/** The body as the OpenAPI document shows it. Which keys are valid depends on the listings (factKeys). */
export const factsBodySchema = z.strictObject({
  facts: described(
    z.record(z.string().max(60), z.union([z.enum(findings), z.number().positive().max(520), intakeSchema])),
    'What was found out, by field: `level`, `schedule.evening`, `payer.aetna`, `age.adolescents`, `housing`, … are `yes`, ' +
      '`no` or `unknown`, which leaves the listing’s own word; `intake` is an object; `maxHoursPerWeek`, ' +
      '`maxSessionsPerWeek` and `maxWeeks` are a number or `unknown`. `/v1/taxonomy` lists the values.',
    { level: 'yes', 'schedule.evening': 'no', intake: { state: 'full', until: '2026-12-15T17:00:00Z' } },
  ),
  expiresAt: described(
    instantSchema.optional(),
    'When these facts become stale; nothing is removed then. 90 days after the key press if left out.',
    '2027-02-28T00:00:00Z',
  ),
  pressedAt: described(
    instantSchema.optional(),
    'When the key was pressed, for facts that waited to be sent: an old one never overrides a newer one. The present time if left out.',
    '2026-11-29T17:00:00Z',
  ),
});

const outerSchema = factsBodySchema.extend({ facts: z.record(z.string(), z.unknown(), 'must be an object of facts') });
const bodyFields = Object.keys(factsBodySchema.shape);

export interface FactsBody {
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly at: string;
  readonly expiresAt: string | null;
}

/**
 * Parses the body of a request that records facts.
 * @param now Milliseconds since 1970.
 * @param at Receives every fault.
 */
export function readFactsBody(
  body: unknown,
  { lists, now, at }: { readonly lists: OpenLists; readonly now: number; readonly at: (fault: Fault) => void },
): FactsBody {
  const nothing: FactsBody = { facts: {}, at: new Date(now).toISOString(), expiresAt: null };
  const parsed = outerSchema.safeParse(body);
  if (!parsed.success) {
    const given = typeof body === 'object' && body !== null && !Array.isArray(body);
    const faults = faultsOf(parsed.error, 'pointer', bodyFields, 'a member of this body');
    for (const fault of given ? faults : [faultAt([], 'must be one JSON object', 'pointer')]) at(fault);
    const inner = given ? (body as { facts?: unknown }).facts : undefined;
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) readFacts(inner, lists, now, now, at);
    return nothing;
  }
  const { facts, expiresAt, pressedAt } = parsed.data;
  const pressed = pressedAt === undefined ? now : Date.parse(pressedAt);
  if (pressed > now + MOST_AHEAD_MS) at(faultAt(['pressedAt'], 'must not be in the future', 'pointer'));
  if (pressed < now - MOST_DAYS_AGO * DAY_MS)
    at(faultAt(['pressedAt'], `must be at most ${MOST_DAYS_AGO} days ago`, 'pointer'));
  if (expiresAt !== undefined) checkEnd(['expiresAt'], expiresAt, pressed, now, at);
  return {
    facts: readFacts(facts, lists, pressed, now, at),
    at: new Date(pressed).toISOString(),
    expiresAt: expiresAt === undefined ? null : new Date(expiresAt).toISOString(),
  };
}

function readFacts(
  given: object,
  lists: OpenLists,
  pressed: number,
  now: number,
  at: (fault: Fault) => void,
): Record<string, FactValue> {
  const entries = Object.entries(given);
  const facts = new Map<string, FactValue>();
  if (entries.length === 0) at(faultAt(['facts'], 'must name at least one fact, such as {"level":"yes"}', 'pointer'));
  if (entries.length > MOST_FACTS) {
    at(faultAt(['facts'], `must name at most ${MOST_FACTS} facts`, 'pointer'));
    return {};
  }
  for (const [key, value] of entries) {
    const read = readFact(key, value, lists, pressed, now, at);
    if (read !== null) facts.set(key, read);
  }
  return Object.fromEntries(facts);
}

function readFact(
  key: string,
  value: unknown,
  lists: OpenLists,
  pressed: number,
  now: number,
  at: (fault: Fault) => void,
): FactValue | null {
  const wrong = (message: string): null => {
    at(faultAt(['facts', key], message, 'pointer'));
    return null;
  };
  switch (factKind(key, lists)) {
    case null: {
      const meant = nearestWord(key, factKeys(lists));
      return wrong(
        `${quoted(key)} is not a fact that can be recorded${meant === null ? '' : `; did you mean "${meant}"?`}`,
      );
    }
    case 'finding':
      return isFinding(value) ? value : wrong(`${quoted(value)} is not accepted. Accepted: ${findings.join(', ')}`);
    case 'number': {
      if (value === 'unknown') return value;
      const field = numberFields.find((name) => name === key);
      const most = field === undefined ? 0 : mostOf(field);
      const fits = typeof value === 'number' && value > 0 && value <= most && Number.isInteger(value * 2);
      return fits ? value : wrong(`must be a number from 0.5 to ${most} in steps of 0.5, or "unknown"`);
    }
    case 'intake': {
      const parsed = intakeSchema.safeParse(value);
      if (!parsed.success) {
        for (const { path, message } of parsed.error.issues)
          at(faultAt(['facts', INTAKE, ...path], message, 'pointer'));
        return null;
      }
      const { state, until } = parsed.data;
      if (until === undefined) return { state };
      if (state !== 'full' && state !== 'closed') return wrong('only a full or closed intake has an end');
      checkEnd(['facts', INTAKE, 'until'], until, pressed, now, at);
      return { state, until: new Date(until).toISOString() };
    }
  }
}

const isFinding = (value: unknown): value is (typeof findings)[number] =>
  (findings as readonly unknown[]).includes(value);

function checkEnd(path: string[], text: string, pressed: number, now: number, at: (fault: Fault) => void): void {
  const end = Date.parse(text);
  if (end <= pressed) at(faultAt(path, 'must be later than the key press', 'pointer'));
  if (end > now + MOST_DAYS_AHEAD * DAY_MS)
    at(faultAt(path, `must be at most ${MOST_DAYS_AHEAD} days ahead`, 'pointer'));
}
