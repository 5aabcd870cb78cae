import { describe, expect, test } from 'vitest';
import { recordSchema } from '../../functions/domain/record.ts';
import { checkFiles } from '../../functions/records/check/check.ts';
import { reviewChecked } from '../../functions/records/check/review.ts';
import { linkFault } from '../../functions/records/check/unsafe.ts';
import { records } from '../support/real-records.ts';

const [sound] = records;
if (sound === undefined) throw new Error('there is no record');

/** The faults that `validate` reports for a file with this one changed record. */
function faults(change: (record: never) => void): string[] {
  const record = structuredClone(sound);
  change(record as never);
  const bytes = Buffer.from(JSON.stringify([record]));
  const { findings } = reviewChecked(checkFiles([{ file: 'some.json', bytes }]));
  return findings.filter(({ severity }) => severity === 'fault').map(({ pointer, message }) => `${pointer} ${message}`);
}

describe('text that is shown otherwise than it is', () => {
  const controls = ['061C', '200E', '200F', '202A', '202B', '202C', '202D', '202E', '2066', '2067', '2068', '2069'];
  test.each(controls)('U+%s in a name is a fault', (code) => {
    const control = String.fromCodePoint(Number.parseInt(code, 16));
    expect(faults((record: { center: { name: string } }) => (record.center.name = `Hope${control} House`))).toEqual([
      expect.stringMatching(new RegExp(`^/0/center/name .*U\\+${code}`)),
    ]);
  });
  test('is found wherever it is in the record', () => {
    const places: [string, (record: { center: { address: { city: string }; alternateNames: string[] } }) => void][] = [
      ['/0/center/address/city', ({ center }) => (center.address.city = 'Phoe\u202enix')],
      ['/0/center/alternateNames/0', ({ center }) => (center.alternateNames = ['The \u2067House'])],
    ];
    for (const [pointer, change] of places) expect(faults(change)[0]).toMatch(new RegExp(`^${pointer} has U\\+`));
  });
  test('is not what other scripts are written in', () => {
    for (const name of ['بيت الأمل', 'בית התקווה', 'Casa de la Esperanza', '希望之家'])
      expect(faults((record: { center: { name: string } }) => (record.center.name = name))).toEqual([]);
  });
});

describe('links', () => {
  test.each([
    'https://user:secret@example.org/',
    'https://user@example.org/',
    'http://localhost:3000/',
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://10.0.0.7/admin',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://8.8.8.8/',
    'http://[::1]/',
    'http://[fd00::1]/',
    'http://router/',
    'https://intake.local/',
    'https://wiki.corp/',
    'https://db.internal./',
    'https://nas.home.arpa/',
  ])('%s is refused', (website) => {
    expect(faults((record: { center: { website: string } }) => (record.center.website = website))).toEqual([
      expect.stringMatching(/^\/0\/center\/website /),
    ]);
  });
  test.each([
    'https://example.org',
    'http://www.example.org/iop?x=a@b',
    'https://xn--caf-dma.example.org/',
    'https://local.example.org',
  ])('%s is fine', (website) => expect(linkFault(website)).toBeNull());
  test('of all that is published are fine', () => {
    for (const record of records) {
      const { website } = recordSchema.parse(record).center;
      if (website !== null) expect(linkFault(website)).toBeNull();
    }
  });
});
