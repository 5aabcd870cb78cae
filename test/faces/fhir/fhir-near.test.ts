import { expect, it } from 'vitest';
import { readNear } from '../../../functions/faces/fhir/parameters/near.ts';
import { places } from '../../../functions/places/load.ts';

const pointOfZip = (zip: string) => places().zip(zip)?.location ?? null;

it.each([
  ['33.4484,-112.074', 'here: 33.4484|-112.074'],
  ['33.4484, -112.074, 25, mi', 'here: 33.4484|-112.074|25|mi'],
  ['85004', 'the point of ZIP 85004 is 33.4557|-112.0686|25|mi'],
  ['85004|10|km', 'the point of ZIP 85004 is 33.4557|-112.0686|10|km'],
  ['Phoenix, AZ', '/v1/places?q='],
  ['33.4484|-112.074|25mi', 'write 33.4484|-112.074|25|mi'],
  ['33.4484|-112.074|25|miles', 'did you mean "mi"'],
  ['33.4484|-112.074|25|kilometers', 'did you mean "km"'],
  ['33.4484|-112.074|501|mi', 'at most 500 mi'],
  ['33.4484|-112.074|0', 'leave it out for the nearest'],
  ['-112.074|33.4484', 'did you mean 33.4484|-112.074'],
  ['33.4484', 'such as 33.4484|-112.074|25|mi'],
  ['33|-112|25|mi,34|-112|25|mi', 'one point only'],
])('near=%s says what to write: %s', (text, hint) => {
  const read = readNear(text, pointOfZip);
  expect(Array.isArray(read) ? read.join(' ') : read).toContain(hint);
});

it('reads what its faults say to write', () => {
  for (const text of ['33.4484,-112.074,25,mi', '85004', '85004|10|km', '33.4484|-112.074|25mi']) {
    const read = readNear(text, pointOfZip);
    const [written] =
      /[\d.]+\|-[\d.]+\|\d+\|(?:mi|km)(?=;|$)/.exec(
        Array.isArray(read) ? `${read.at(-1)}`.replace(/.*(?:here: |is |write )(?=[\d.]+\|)/, '') : '',
      ) ?? [];
    expect(written, text).toBeDefined();
    expect(readNear(written ?? '', pointOfZip), text).toHaveProperty('point');
  }
});
