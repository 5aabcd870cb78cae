import * as z from 'zod';
import { NothingPublishedError } from '../../functions/dataset/dataset-reader.ts';
import { levels } from '../../functions/domain/level-of-care.ts';
import { nearestWord } from '../../functions/domain/nearest-word.ts';
import type { Offering } from '../../functions/domain/offering.ts';
import { slugSchema } from '../../functions/domain/slug.ts';
import { publishedCenter } from '../../functions/publish/change/change-centers.ts';
import { type Confirmed, confirm, MOST_DAYS } from '../../functions/publish/confirm.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { ConfirmationChangedError, storedConfirmationSchema } from '../../functions/store/stored-confirmation.ts';
import { historyOf } from './history.ts';
import { explained, text } from './publish.ts';
import { type TableOptions, withTable } from './publish-table.ts';
import { unknownCenter } from './unknown-center.ts';

const DAY_MS = 86_400_000;

/** The options as the command line gives them, not yet validated. */
export interface ConfirmCommand extends TableOptions {
  readonly state?: string;
  readonly clear?: boolean;
  readonly by?: string;
  readonly until?: string;
}

/** Thrown when a confirmation has faults; its message lists all of them. Nothing was written. */
class ConfirmRefusedError extends Error {
  constructor(faults: readonly string[]) {
    super(`nothing was written\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/** @param now Milliseconds since 1970. */
const commandSchema = (now: number) =>
  z.object({
    center: slugSchema,
    offering: slugSchema,
    state: z.enum(['confirmed', 'denied'], 'is confirmed or denied').optional(),
    by: z.string('is missing: the staff member whom admissions told').pipe(storedConfirmationSchema.shape.by),
    until: endSchema(now).optional(),
  });

/**
 * Finds faults in combinations of options. They are not in the schema, because it would not check combinations if a
 * single option has a fault.
 */
function faultsTogether({ state, clear = false, until }: ConfirmCommand): string[] {
  const faults: string[] = [];
  if (state === undefined && !clear) faults.push('--state: is missing: confirmed or denied; --clear removes either');
  if (state !== undefined && clear) faults.push('--clear: removes what was recorded, so leave out --state');
  if (until !== undefined && (clear || state === 'denied')) faults.push('--until: applies only to --state confirmed');
  return faults;
}

const daySchema = z.iso.date();
const instantSchema = z.iso.datetime();

/** A schema for `--until`: accepts an instant, or a day, which ends at 23:59:59 UTC. Reports at most one fault. */
function endSchema(now: number) {
  return z.string().transform((text, context): string => {
    const end = daySchema.safeParse(text).success ? `${text}T23:59:59Z` : text;
    const at = Date.parse(end);
    const is = instantSchema.safeParse(end).success;
    if (is && at > now && at <= now + MOST_DAYS * DAY_MS) return end;
    const message = is ? `must be later than now, and at most ${MOST_DAYS} days ahead` : 'is a day such as 2026-12-31';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

/**
 * Records what admissions said about an offering, or removes it, and publishes the change.
 * @param offering The offering's id, with or without the center's id in front.
 * @returns what changed, and everything that people said about the center
 * @throws Error naming every fault; in that case nothing was written
 */
export async function confirmOffering(center: string, offering: string, options: ConfirmCommand): Promise<string> {
  const now = Date.now();
  const { state: said, by: who, until: end } = options;
  const parsed = commandSchema(now).safeParse({ center, offering, state: said, by: who, until: end });
  const issues = parsed.success ? [] : parsed.error.issues;
  const faults = [...issues.map(({ path, message }) => `${nameOf(path)}: ${message}`), ...faultsTogether(options)];
  if (!parsed.success || faults.length > 0) throw new ConfirmRefusedError(faults);
  const { by, until } = parsed.data;
  const state: Said['state'] = parsed.data.state ?? 'unconfirmed';
  return withTable(options, async (store) => {
    const found = await offeringOf(center, offering, store);
    const before = (await store.confirmations(center)).find((each) => each.offering === found.id) ?? null;
    const request = { center, offering: found.id, state, by, seen: before?.revision ?? null };
    const done = await confirm({ ...request, ...(until !== undefined && { until }) }, { store, now }).catch((error) =>
      Promise.reject(
        error instanceof ConfirmationChangedError
          ? new Error(`${error.message}. Check the published center, and try again`)
          : explained(error),
      ),
    );
    return text([describe(found, done), ...(await historyOf(center, store)).map((line) => `  ${line}`)]);
  });
}

const nameOf = (path: readonly PropertyKey[]): string => {
  const name = String(path[0] ?? '');
  return name === 'center' || name === 'offering' ? name : `--${name}`;
};

async function offeringOf(center: string, name: string, store: DatasetStore): Promise<Offering> {
  const head = await store.readHead();
  if (head === null) throw new NothingPublishedError('no dataset has been published to this table');
  const record = await publishedCenter(head, store, center);
  if (record === null) throw await unknownCenter(center, store);
  const ids = record.offerings.map(({ id }) => id);
  const found = record.offerings.find(({ id }) => id === name || id === `${center}-${name}`);
  if (found !== undefined) return found;
  // Compares ids without the prefix that they share, because it would make any two ids look similar.
  const ending = (id: string): string => (id.startsWith(`${center}-`) ? id.slice(center.length + 1) : id);
  const near = nearestWord(ending(name), ids.map(ending));
  const close = ids.find((id) => near !== null && ending(id) === near) ?? null;
  const others = ids.length === 0 ? 'it has none' : close === null ? `it has ${ids.join(', ')}` : `near: ${close}`;
  throw new Error(`center "${center}" has no offering "${name}"; ${others}`);
}

type Said = Pick<Confirmed['confirmation'], 'state' | 'expiresAt'>;

function describe(
  { id, level, confirmation: before }: Offering,
  { confirmation, version, written }: Confirmed,
): string {
  const words = ({ state, expiresAt }: Said): string => `${state}${expiresAt === null ? '' : ` until ${expiresAt}`}`;
  return [
    `${id} (${levels.terms[level].label}): ${words(before)} → ${words(confirmation)}`,
    `published version ${version}, ${written} items written; readers follow within 5 seconds`,
    'what people recorded about this center:',
  ].join('\n');
}
