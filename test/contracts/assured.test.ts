import { expect, it } from 'vitest';
import { loadRecords } from '../../data/records/load.ts';
import type { Confirmation } from '../../functions/domain/confirmation-schema.ts';
import { plainServiceOf } from '../../functions/faces/hsds/shapes/objects.ts';

const [record] = await loadRecords('data/examples.json');
const [offering] = record?.offerings ?? [];
const at = '2026-11-01T23:30:00Z';

// The day in UTC, wherever the code runs.
it.each<[Confirmation, string, string | undefined]>([
  [{ state: 'confirmed', confirmedAt: at, expiresAt: '2027-01-01T00:00:00Z' }, 'active', '2026-11-01'],
  [{ state: 'denied', confirmedAt: at, expiresAt: null }, 'inactive', undefined],
  [{ state: 'unconfirmed', confirmedAt: null, expiresAt: null }, 'active', undefined],
])('HSDS calls assured only what admissions confirmed: %o', (confirmation, status, assured) => {
  if (record === undefined || offering === undefined) throw new Error('there are no examples');
  const service = plainServiceOf(record.center, { ...offering, confirmation });
  expect([service.status, 'assured_date' in service ? service.assured_date : undefined]).toEqual([status, assured]);
});
