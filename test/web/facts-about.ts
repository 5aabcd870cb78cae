import type { Offering } from '../../web/answer.ts';

/** An offering of which nothing is known but its level, with what a test says of it. */
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
    confirmation: { state: 'unconfirmed', confirmedAt: null },
    intake: { state: 'unknown', asOf: null },
    ...facts,
  };
}
