import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { unconfirmed } from '../../../functions/domain/confirmation.ts';
import { unknownIntake } from '../../../functions/domain/intake.ts';
import type { Level } from '../../../functions/domain/level-of-care.ts';
import { type Offering, unknownLists, unknownYesNo } from '../../../functions/domain/offering.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { directories } from '../../../functions/domain/source-vocabulary.ts';

export const TODAY = '2026-11-29';
export const NOW = Date.parse(`${TODAY}T12:00:00Z`);

/** A local site that serves whatever a test sets. */
export async function site() {
  let answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) =>
    void response.writeHead(404).end();
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    asked,
    answers: (next: typeof answer) => {
      answer = next;
    },
    serves: (file: unknown, etag = '"1"') => {
      answer = (request, response) =>
        void (request.headers['if-none-match'] === etag
          ? response.writeHead(304).end()
          : response.writeHead(200, { etag }).end(typeof file === 'string' ? file : JSON.stringify(file)));
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const suSource = { name: `${directories['substance-use']} 2023`, asOf: '2023-04-01' };
const mhSource = { name: `${directories['mental-health']} 2024`, asOf: '2024-04-01' };

export function offeringOf(center: string, level: Level, more: Partial<Offering> = {}): Offering {
  return {
    ...{ id: `${center}-${level}`, level, asam: null, ...unknownLists, schedule: null, ...unknownYesNo },
    ...{ confirmation: unconfirmed, intake: unknownIntake },
    ...more,
  };
}

/** A listing of the substance-use directory. */
export function listing(id: string, more: Partial<CenterRecord['center']> = {}, offerings?: Offering[]): CenterRecord {
  const base = {
    conditions: ['substance-use', 'alcohol'],
    payers: ['medicaid', 'self-pay'],
    therapies: ['cbt'],
  } as const;
  return {
    center: {
      ...{ id, name: 'Mesa House', alternateNames: [], sample: false, website: null, unknownLevels: [] },
      organization: { slug: 'mesa-house', name: 'Mesa House' },
      address: { street: '7400 South Power Road, Suite 2', city: 'Phoenix', state: 'AZ', zip: '85004' },
      location: { lat: 33.45, lng: -112.07, accuracy: 'address' },
      phones: [{ number: '+16022649576', extension: null, purpose: 'main', answeredBy: 'facility' }],
      sources: [suSource],
      ...more,
    },
    offerings: offerings ?? [
      offeringOf(id, 'iop', { ...base } as unknown as Partial<Offering>),
      offeringOf(id, 'op', { ...base } as unknown as Partial<Offering>),
    ],
  };
}

/** A listing of the mental-health directory, which has no word for IOP. */
export const mentalHealthListing = (id: string, more: Partial<CenterRecord['center']> = {}): CenterRecord =>
  listing(id, { unknownLevels: ['iop', 'detox'], sources: [mhSource], ...more }, [
    offeringOf(id, 'op', { id: `${id}-op-mental-health`, conditions: ['mental-health'], payers: ['medicaid'] }),
  ]);

type Json = Record<string, unknown>;

/** A file for the first listing. */
export function fileOf(
  host: string,
  { programs, center = {}, ...more }: { programs: unknown[]; center?: Json } & Json,
): Json {
  return {
    format: 'treatment-programs',
    version: 1,
    organization: { name: 'Mesa House', website: `https://${host}/` },
    updated: '2026-11-20',
    centers: [
      {
        id: 'phoenix',
        name: 'Mesa House',
        address: { street: '7400 S Power Rd', city: 'Phoenix', state: 'AZ', zip: '85004' },
        phones: [{ number: '+16022649576', extension: null, purpose: 'main', answeredBy: 'facility' }],
        programs,
        ...center,
      },
    ],
    ...more,
  };
}

export const schedule = (tracks: readonly string[]) => ({
  ...{ sessionsPerWeek: [3, 3], hoursPerSession: 3, hoursPerWeek: 9, weeks: null },
  tracks,
});
