import * as z from 'zod';
import { NothingPublishedError } from '../dataset/dataset-reader.ts';
import type { Head } from '../dataset/head.ts';
import type { DatasetStore } from '../store/store.ts';
import {
  ConfirmationChangedError,
  type StoredConfirmation,
  storedConfirmationSchema,
} from '../store/stored-confirmation.ts';
import { publishedCenter } from './change/change-centers.ts';
import { type CentersPublished, publishCenters } from './publish-centers.ts';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 90;
/** Longest validity of a confirmation, in days. */
export const MOST_DAYS = 366;

/** A staff member's answer about an offering. It has no field for a note. */
const confirmationRequestSchema = storedConfirmationSchema
  .pick({ center: true, offering: true, state: true, by: true })
  .extend({
    /** Number of days until the confirmation is stale. */
    days: z.int().min(1).max(MOST_DAYS).default(DEFAULT_DAYS),
    /** Time until which the confirmation is valid, in place of `days`. The same limit applies. */
    until: z.iso.datetime().optional(),
    /** The revision of the confirmation that the person saw on the screen; null if there was none. */
    seen: z.int().positive().nullable(),
  });
export type ConfirmationRequest = z.input<typeof confirmationRequestSchema>;

export interface ConfirmOptions {
  readonly store: DatasetStore;
  /** Current time in milliseconds since 1970. */
  readonly now: number;
}

export interface Confirmed extends CentersPublished {
  readonly confirmation: StoredConfirmation;
}

/** The published dataset does not have this offering. Nothing was written. */
export class UnknownOfferingError extends Error {
  override readonly name = 'UnknownOfferingError';
}

/**
 * Sets an offering's confirmation and publishes the pages with its center.
 * @throws z.ZodError, RangeError for `until`, UnknownOfferingError, ConfirmationChangedError: nothing was written.
 * @throws HeadMovedError, StoreUnavailableError: the confirmation may be stored but not published. The next publish of
 * the center, or {@link publishCenters}, includes it.
 */
export async function confirm(request: ConfirmationRequest, { store, now }: ConfirmOptions): Promise<Confirmed> {
  const { seen, days, until, ...said } = confirmationRequestSchema.parse(request);
  const expiresAt = expiryOf(said.state, until, days, now);
  const head = await store.readHead();
  if (head === null) throw new NothingPublishedError('no dataset has been published to this table');
  if (!(await holds(head, said.center, said.offering, store))) {
    throw new UnknownOfferingError(`center "${said.center}" has no offering "${said.offering}"`);
  }
  const known = await store.confirmations(said.center);
  const previous = known.find(({ offering }) => offering === said.offering) ?? null;
  if ((previous?.revision ?? null) !== seen) throw new ConfirmationChangedError(said.offering);
  const at = new Date(now).toISOString();
  const confirmation: StoredConfirmation = {
    ...said,
    confirmedAt: said.state === 'unconfirmed' ? null : at,
    expiresAt,
    at,
    revision: (previous?.revision ?? 0) + 1,
  };
  await store.putConfirmation(confirmation, previous);
  return {
    confirmation,
    ...(await publishCenters([said.center], { store, now, origin: { what: 'confirmation', by: said.by } })),
  };
}

/** Only a confirmation expires. A denial is valid until somebody changes it. */
function expiryOf(
  state: StoredConfirmation['state'],
  until: string | undefined,
  days: number,
  now: number,
): string | null {
  if (until === undefined) return state === 'confirmed' ? new Date(now + days * DAY_MS).toISOString() : null;
  if (state !== 'confirmed') throw new RangeError(`only what is confirmed has an end, not what is ${state}`);
  const end = Date.parse(until);
  if (end <= now || end > now + MOST_DAYS * DAY_MS) {
    throw new RangeError(`"${until}" must be later than now, and at most ${MOST_DAYS} days ahead`);
  }
  return new Date(end).toISOString();
}

async function holds(head: Head, center: string, offering: string, store: DatasetStore): Promise<boolean> {
  const record = await publishedCenter(head, store, center);
  return record?.offerings.some(({ id }) => id === offering) ?? false;
}
