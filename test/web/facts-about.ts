import type { Offering, Result } from '../../web/locator/read/answer.ts';

/** An offering about which only the level and the test's facts are known. */
export function offering(facts: Partial<Offering> = {}): Offering {
  return {
    id: 'one-iop',
    level: 'iop',
    label: 'Intensive outpatient program (IOP)',
    conditions: [],
    populations: [],
    therapies: [],
    payers: [],
    languages: [],
    modalities: [],
    schedule: null,
    housing: null,
    asam: null,
    confirmation: { state: 'unconfirmed', confirmedAt: null, expiresAt: null },
    intake: { state: 'unknown', asOf: null },
    ...facts,
  };
}

export const dataset = { version: 'one', publishedAt: '2026-11-02T17:30:00.000Z' };
export { help } from '../../functions/http/help.ts';

/** A center with only a location. */
export function centerAt(id: string, at: { readonly lat: number; readonly lng: number }): Omit<Result, 'distance'> {
  return {
    center: {
      id,
      name: id,
      alternateNames: [],
      organization: { slug: 'one', name: 'One' },
      sample: true,
      address: { street: '1 Example Way', city: 'Phoenix', state: 'AZ', zip: '85004' },
      location: { ...at, accuracy: 'address' },
      phones: [],
      website: null,
      sources: [],
      unknownLevels: [],
    },
    offerings: [],
  };
}
