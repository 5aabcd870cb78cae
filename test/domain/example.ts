import type { Offering } from '../../functions/domain/offering.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';

/** An offering about which only the level is known. */
export const offering: Offering = {
  id: 'juniper-phoenix-iop',
  level: 'iop',
  asam: null,
  conditions: [],
  populations: [],
  ages: null,
  genders: null,
  families: [],
  only: [],
  therapies: [],
  payers: [],
  languages: [],
  modalities: [],
  schedule: null,
  housing: null,
  confirmation: { state: 'unconfirmed', confirmedAt: null, expiresAt: null },
  intake: { state: 'unknown', asOf: null },
};

/** A record with only required facts. */
export const record: CenterRecord = {
  center: {
    id: 'juniper-phoenix',
    name: 'Juniper Phoenix',
    alternateNames: [],
    organization: { slug: 'juniper', name: 'Juniper' },
    sample: true,
    address: { street: '1 Main Street', city: 'Phoenix', state: 'AZ', zip: '85004' },
    location: { lat: 33.45, lng: -112.07, accuracy: 'address' },
    phones: [{ number: '+16025550100', extension: null, purpose: 'main', answeredBy: 'facility' }],
    website: null,
    unknownLevels: [],
    sources: [{ name: 'Written for a test', asOf: '2026-11-01' }],
  },
  offerings: [offering],
};
