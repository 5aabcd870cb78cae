import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatJson } from '../../data/records/format.ts';
import { loadRecords } from '../../data/records/load.ts';
import { reviewRecords } from '../../data/records/review.ts';
import type { Offering } from '../../functions/domain/offering.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import type { Check } from '../../functions/records/check/finding.ts';
import { checkHours } from '../../functions/records/check/hours.ts';
import { checkPhones } from '../../functions/records/check/phones.ts';
import { unusedValues } from '../../functions/records/check/unused.ts';
import { checkWhereabouts } from '../../functions/records/check/whereabouts.ts';
import { data } from '../data/command.ts';
import { temporaryFolder } from '../data/folder.ts';

const real = await loadRecords('test/fixtures/listings');
const examples = await loadRecords('data/examples.json');

function first(records: readonly CenterRecord[], test: (record: CenterRecord) => boolean): CenterRecord {
  const found = records.find(test);
  if (found === undefined) throw new Error('no record is like that');
  return found;
}

function changed(record: CenterRecord, center: Partial<CenterRecord['center']>): CenterRecord {
  return { ...record, center: { ...record.center, ...center } };
}

const said = (check: Check, record: CenterRecord): string[] =>
  check(record).map(({ severity, path, message }) => `${severity} ${path.join('.')} ${message}`);

describe('phones', () => {
  const withNumber = (number: string, sample: boolean): CenterRecord => {
    const record = sample ? first(examples, () => true) : first(real, () => true);
    const phone = { number, extension: null, purpose: 'main', answeredBy: 'facility' } as const;
    return { center: { ...record.center, phones: [phone] }, offerings: [] };
  };

  test.each([
    ['+16023441234', false, null],
    ['+18006624357', false, null],
    ['+16025550123', true, null],
    ['+16025550123', false, 'is kept for fiction and reaches nobody'],
    ['+16023441234', true, 'may belong to somebody'],
    ['+19999999999', false, '(999) 999-9999 is not a number that exists'],
    ['+16045551234', false, 'is a number of Canada, not of the United States'],
    ['+18765231234', false, 'is a number of Jamaica, not of the United States'],
  ])('%s, sample %s: %s', (number, sample, expected) => {
    const remarks = said(checkPhones, withNumber(number, sample));
    if (expected === null) expect(remarks).toEqual([]);
    else expect(remarks).toEqual([expect.stringMatching(/^fault center\.phones\.0\.number /)]);
    if (expected !== null) expect(remarks[0]).toContain(expected);
  });

  test('the direct line of the admissions team is a number too', () => {
    const record = first(examples, (each) => each.private?.directIntakeLine != null);
    const fields = { ...record.private, directIntakeLine: { number: '+19999999999', extension: null } };
    const spoiled = { ...record, private: fields } as CenterRecord;
    expect(said(checkPhones, spoiled)).toEqual([expect.stringContaining('fault private.directIntakeLine.number')]);
  });
});

describe('whereabouts', () => {
  const at = (city: string, state: 'AZ' | 'NV' | 'CA', zip: string, lat: number, lng: number): CenterRecord =>
    changed(
      first(real, () => true),
      {
        address: { street: '1 Main Street', city, state, zip },
        location: { lat, lng, accuracy: 'address' },
      },
    );

  test.each([
    ['a place as it should be', at('Phoenix', 'AZ', '85004', 33.45, -112.07), []],
    ['a post-box ZIP', at('Phoenix', 'AZ', '85001', 33.45, -112.07), []],
    ['a suburb under the city’s ZIP', at('Tempe', 'AZ', '85004', 33.45, -112.07), []],
    ['a spelling of the city', at('phoenix', 'AZ', '85004', 33.45, -112.07), []],
    [
      'no such ZIP',
      at('Phoenix', 'AZ', '85099', 33.45, -112.07),
      ['fault center.address.zip there is no ZIP 85099: check its digits'],
    ],
    [
      'a ZIP of another state',
      at('Phoenix', 'AZ', '89101', 33.45, -112.07),
      ['fault center.address.zip 89101 is Las Vegas, NV 89101, not in AZ: correct the ZIP or the state'],
    ],
    [
      'a misspelled city',
      at('Pheonix', 'AZ', '85004', 33.45, -112.07),
      [
        'warning center.address.city no "Pheonix" is known in AZ; Phoenix, AZ 85004 has the ZIP: did you mean "Phoenix"?',
      ],
    ],
    [
      'a city at the other end of the state',
      at('Tucson', 'AZ', '85004', 33.45, -112.07),
      [
        expect.stringMatching(
          /^fault center\.address\.city Tucson, AZ is 1\d\d mi from its ZIP, Phoenix, AZ 85004: correct the city/,
        ),
      ],
    ],
    [
      'a point some way off',
      at('Phoenix', 'AZ', '85004', 33.75, -112.07),
      [expect.stringMatching(/^warning center\.location the point is 20 mi from the middle of Phoenix, AZ 85004/)],
    ],
    [
      'a point far off',
      at('Phoenix', 'AZ', '85004', 32.2, -110.97),
      [expect.stringMatching(/^fault center\.location the point is 1\d\d mi from the middle/)],
    ],
    [
      'a longitude without its minus',
      at('Phoenix', 'AZ', '85004', 33.45, 112.07),
      [
        expect.stringContaining('fault center.location the point is'),
        expect.stringMatching(/outside AZ \(western longitudes are below zero\): look the address up again/),
      ],
    ],
    [
      'a point in the next state, near its ZIP',
      at('Bullhead City', 'AZ', '86442', 35.16, -114.65),
      [expect.stringMatching(/^fault center\.location 35\.16, -114\.65 is \d+(\.\d)? mi outside AZ: /)],
    ],
  ])('%s', (_, record, expected) => {
    expect(said(checkWhereabouts, record)).toEqual(expected);
  });
});

describe('hours', () => {
  const offering = (change: Partial<Offering>): CenterRecord => {
    const record = first(examples, ({ offerings }) => offerings.some(({ schedule }) => schedule !== null));
    const model = first([record], () => true).offerings[0];
    if (model === undefined) throw new Error('an example has offerings');
    return { center: record.center, offerings: [{ ...model, populations: [], ...change }] };
  };
  const none = { sessionsPerWeek: null, hoursPerSession: null, hoursPerWeek: null, weeks: null, tracks: null };

  test.each([
    ['iop', [], 9, null],
    ['iop', [], 19, null],
    ['iop', [], 8, '8 hours a week are not what iop means, 9 to 19 (adults): correct the hours or the level'],
    ['iop', [], 20, '20 hours a week are not what iop means'],
    ['iop', ['adolescents'], 6, null],
    ['iop', ['adolescents'], 5, '6 to 19 (adolescents)'],
    ['iop', ['young-adults', 'adolescents'], 6, null],
    ['iop', ['seniors'], 6, '9 to 19 (adults)'],
    ['php', [], 20, null],
    ['php', ['adolescents'], 19, 'at least 20 (adolescents)'],
    ['op', [], 8.5, null],
    ['op', [], 9, 'fewer than 9 (adults)'],
    ['op', ['children'], 6, 'fewer than 6 (adolescents)'],
    ['residential', [], 2, null],
  ] as const)('%s for %j with %d hours: %s', (level, populations, hoursPerWeek, expected) => {
    const schedule = { ...none, hoursPerWeek };
    const remarks = said(checkHours, offering({ level, populations: [...populations], ages: null, schedule }));
    if (expected === null) expect(remarks).toEqual([]);
    else expect(remarks).toEqual([expect.stringContaining(expected)]);
  });

  test('are worked out of the sessions where they are not said, and must agree with them where they are', () => {
    const sessions = { ...none, sessionsPerWeek: [1, 2] as [number, number], hoursPerSession: 3 };
    expect(said(checkHours, offering({ level: 'iop', schedule: sessions }))).toEqual([
      expect.stringContaining('warning offerings.0.schedule 3 to 6 hours a week are not what iop means'),
    ]);
    expect(said(checkHours, offering({ level: 'iop', schedule: { ...sessions, hoursPerWeek: 12 } }))).toEqual([
      expect.stringContaining('12 hours a week do not agree with its sessions, which make 3 to 6'),
    ]);
    expect(said(checkHours, offering({ level: 'iop', schedule: { ...none, tracks: ['day'] } }))).toEqual([]);
  });
});

test('values that nobody has are named by field, and a parent is used by its children', () => {
  const unused = new Map(unusedValues(real).map(({ field, values }) => [field, values]));
  expect(unused.get('schedule')).toEqual(['day', 'evening', 'weekend']);
  expect(unused.get('condition')).toContain('ocd');
  expect(unused.get('level')).toBeUndefined();
  expect(unusedValues([...real, ...examples]).map(({ field }) => field)).not.toContain('schedule');
  const [holistic] = unusedValues(examples).filter(({ field }) => field === 'therapy');
  expect(holistic?.values).not.toContain('holistic');
});

test('the whole of data/ passes: no fault, and one warning that is known', async () => {
  const review = await reviewRecords('test/fixtures/listings', { thorough: true });
  expect(review.findings.map(({ severity, record }) => [severity, record])).toEqual([
    ['warning', 'ely-health-station-ely-nivcsi'],
  ]);
  expect((await reviewRecords('data/examples.json')).findings).toEqual([]);
});

test('findings come in the order of the file, each with its line, and --strict makes warnings fail', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'AZ.json');
  const arizona = real.filter(({ center }) => center.address.state === 'AZ').slice(0, 3);
  const [one, two, three] = arizona;
  if (one === undefined || two === undefined || three === undefined) throw new Error('Arizona has centers');
  const moved = changed(one, { address: { ...one.center.address, city: 'Nowhere Falls' } });
  await writeFile(file, formatJson([moved, two, three]));
  const loose = await data('validate', file);
  expect(loose.code).toBe(0);
  expect(loose.stdout).toMatch(/^\S+AZ\.json:\d+:\d+ \[[a-z0-9-]+\] \/0\/center\/address\/city: warning: no "Nowhere/);
  expect(loose.stdout.trimEnd().split('\n').at(-1)).toBe('checked 3 centers in 1 file: no faults, 1 warning');
  expect((await data('validate', file, '--strict')).code).toBe(1);

  const phone = { number: '+19999999999', extension: null, purpose: 'main', answeredBy: 'facility' } as const;
  await writeFile(file, formatJson([moved, two, changed(three, { phones: [phone] })]));
  const { code, stdout } = await data('validate', file);
  expect(code).toBe(1);
  const lines = stdout.split('\n').filter((line) => line.startsWith(file));
  expect(lines.map((line) => / (\/\S+): /.exec(line)?.[1])).toEqual([
    '/0/center/address/city',
    '/2/center/phones/0/number',
  ]);
});
