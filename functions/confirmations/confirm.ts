import * as z from 'zod';
import { changeCenters } from '../publish/change-centers.ts';
import { putInPlace } from '../publish/put-in-place.ts';
import type { Head } from '../search/dataset.ts';
import { NothingPublishedError } from '../search/datasets.ts';
import { type DatasetStore, HeadMovedError } from '../store/store.ts';
import { applyConfirmations } from './apply.ts';
import { ConfirmationChangedError, type StoredConfirmation, storedConfirmationSchema } from './stored-confirmation.ts';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 90;
/** Agents confirm one after the other, so somebody who is late a few times gets there. */
const ATTEMPTS = 20;

/** What a staff member says about an offering. There is no field for a note. */
export const confirmationRequestSchema = storedConfirmationSchema
  .pick({ center: true, offering: true, state: true, by: true })
  .extend({
    /** How long a confirmation holds; then the offering is stale. */
    days: z.int().min(1).max(366).default(DEFAULT_DAYS),
    /** The revision of the confirmation that the person saw; null where there was none. */
    seen: z.int().positive().nullable(),
  });
export type ConfirmationRequest = z.input<typeof confirmationRequestSchema>;

export interface ConfirmOptions {
  readonly store: DatasetStore;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface Confirmed {
  readonly confirmation: StoredConfirmation;
  /** The dataset that says so: readers have it within five seconds. */
  readonly version: string;
  /** Items written to the dataset; 0 where it said so already. */
  readonly written: number;
}

/** The published dataset does not hold that offering. Nothing was written. */
export class UnknownOfferingError extends Error {
  override readonly name = 'UnknownOfferingError';
}

/**
 * Sets an offering's confirmation and publishes the pages with its center.
 * @throws z.ZodError, UnknownOfferingError, ConfirmationChangedError: nothing was written.
 * @throws HeadMovedError, StoreUnavailableError: the confirmation may be kept and not published yet; the next publish of
 * anything that concerns the center, or {@link publishConfirmations}, puts it in.
 */
export async function confirm(request: ConfirmationRequest, { store, now }: ConfirmOptions): Promise<Confirmed> {
  const { seen, days, ...said } = confirmationRequestSchema.parse(request);
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
    expiresAt: said.state === 'confirmed' ? new Date(now + days * DAY_MS).toISOString() : null,
    at,
    revision: (previous?.revision ?? 0) + 1,
  };
  await store.putConfirmation(confirmation, previous);
  return { confirmation, ...(await publishConfirmations([said.center], { store, now })) };
}

/**
 * Puts what is confirmed about some centers into the published dataset: a small publish, made again on a newer pointer
 * as long as others are first.
 * @throws HeadMovedError when others were first time after time.
 */
export async function publishConfirmations(
  centers: readonly string[],
  { store, now }: ConfirmOptions,
): Promise<Pick<Confirmed, 'version' | 'written'>> {
  for (let attempt = 1; ; attempt += 1) {
    const current = await store.readHead();
    if (current === null) throw new NothingPublishedError('no dataset has been published to this table');
    const confirmations = (await Promise.all(centers.map((center) => store.confirmations(center)))).flat();
    const prepared = await withConfirmations(current, store, confirmations);
    if (prepared.blobs.size === 0) return { version: current.version, written: 0 };
    try {
      const written = await putInPlace(prepared, { store, current, now, walk: false });
      return { version: prepared.head.version, written };
    } catch (error) {
      if (!(error instanceof HeadMovedError) || attempt >= ATTEMPTS) throw error;
    }
  }
}

/** A published dataset as it is with these confirmations in it. */
export function withConfirmations(head: Head, store: DatasetStore, confirmations: readonly StoredConfirmation[]) {
  const centers = [...new Set(confirmations.map(({ center }) => center))];
  return changeCenters(head, store, centers, (record) => {
    const [applied = record] = applyConfirmations([record], confirmations);
    return applied;
  });
}

async function holds(head: Head, center: string, offering: string, store: DatasetStore): Promise<boolean> {
  let found = false;
  await changeCenters(head, store, [center], (record) => {
    found = record.offerings.some(({ id }) => id === offering);
    return record;
  });
  return found;
}
