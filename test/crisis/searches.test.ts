import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readsAsCrisis } from '../../functions/crisis/crisis.ts';
import { vocabularies } from '../../functions/domain/vocabularies.ts';
import { textsOf } from '../../functions/http/request-texts.ts';

const levels = ['iop', 'php', 'detox', 'sober living', 'outpatient', 'desintoxicacion', 'programa de dia', 'metadona'];
const places = [
  'mesa az',
  '85014',
  'tucson',
  'pueblo co',
  'peoria il',
  'kern county',
  'condado de tulare',
  'reno',
  'yakima',
];
const distances = [5, 15, 35, 70].flatMap((count) => ['mi', 'miles', 'millas', 'km'].map((unit) => `${count} ${unit}`));
const payers = ['', 'medicaid', 'medi-cal', 'cigna', 'sin seguro'];

test('a plain search is hardly ever read as a crisis', () => {
  const searches = levels.flatMap((level) =>
    places.flatMap((place) => [
      ...distances.flatMap((distance) => [
        `${level} ${distance} ${place}`,
        `${level} within ${distance} of ${place}`,
        `${level} a ${distance} de ${place}`,
      ]),
      ...payers.flatMap((payer) => [`${level} ${place} ${payer}`, `${level} en ${place} con ${payer}`]),
    ]),
  );
  expect(searches.filter(readsAsCrisis).length / searches.length).toBeLessThan(0.015);
});

test('no point, radius or time is', () => {
  const texts = ['29.988|-67.6|211|mi', '29.988,-67.6', '50 mi', '33.4484° N, 112.074° W', 'geo:37.786971,-122.399677'];
  for (let at = 0; at < 5_000; at++) {
    const [lat, lng] = [25 + (at % 2_400) / 101, -67 - (at % 5_700) / 103];
    texts.push(`${lat}|${lng}|${at % 300}|mi`, `${lat.toFixed(at % 6)}, ${lng.toFixed(at % 5)}`, `${at} mi`, `${at}km`);
  }
  // The lifeline's own number may count as danger.
  expect(texts.filter((text) => !text.startsWith('988 ')).filter(readsAsCrisis)).toEqual([]);
});

test('no body in the words of the API is, whichever door it comes through', () => {
  const values = Object.entries(vocabularies).flatMap(([field, { codes }]) =>
    codes.map((value) => [field, value] as const),
  );
  const alarming = values.filter(([field, value]) => {
    const search = { near: '33101', level: ['iop'], [field]: [value], within: '50 mi', limit: 25 };
    const call = {
      jsonrpc: '2.0',
      id: 7,
      method: 'tools/call',
      params: { name: 'find_programs_near', arguments: search },
    };
    return [search, call].some((body) => textsOf({ body: JSON.stringify(body) }).some(readsAsCrisis));
  });
  expect(values.length).toBeGreaterThan(80);
  expect(alarming).toEqual([]);
});

test('no parameter of the API has a name that is', () => {
  // Read, not imported: the type check would make a type of the whole document.
  const document: unknown = JSON.parse(readFileSync('functions/api/service/openapi.json', 'utf8'));
  const names = JSON.stringify(document).match(/"name":"[^"]+"/g) ?? [];
  expect(names.length).toBeGreaterThan(50);
  expect(names.map((name) => name.slice(8, -1)).filter(readsAsCrisis)).toEqual([]);
});

test('danger in one string of a body is heard beside any others, escaped, repeated or cut off', () => {
  const bodies = [
    '{"near":"85004","q":"i want to die","level":["iop"]}',
    '{"q":"i want to die","q":"iop mesa az"}',
    '{"q":"i w\\u0061nt to die"}',
    '{"a":{"b":[{"c":"quiero morir"}]}}',
    '{"near":"i want to die"',
    'q=i%20want%20to%20die',
  ];
  for (const body of bodies) expect(textsOf({ body }).some(readsAsCrisis), body).toBe(true);
});
