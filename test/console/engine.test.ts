import { expect, test } from 'vitest';
import { deviceLocator } from '../../functions/device/device-locator.ts';
import { onlyForText } from '../../functions/faces/v1/shapes/only-for.ts';
import type { PathsAnswer } from '../../web/client/types.ts';
import { emptyQuery, type Fields, type Found, type Query } from '../../web/console/engine/found.ts';
import { lookup } from '../../web/console/engine/lookup.ts';
import { open } from '../../web/console/engine/open.ts';
import { firstLevels, pathOrder, pathsFor } from '../../web/console/engine/paths.ts';
import { sourceOf } from '../../web/console/engine/source.ts';
import { downloaded } from '../device/files.ts';
import { questions } from '../device/questions.ts';
import { call, post } from '../support/gateway-call.ts';
import { pick, seeded } from '../support/random.ts';
import { NOW, records, serveRecords } from '../support/real-records.ts';

const { handler } = await serveRecords();
const source = sourceOf(deviceLocator(await downloaded(handler), () => NOW));
const look = (query: Partial<Query>): Found => lookup({ ...emptyQuery, ...query }, source);
const rowsOf = (found: Found) => (found.kind === 'rows' ? found.rows : []);
const fieldsOf = (found: Found) => (found.kind === 'rows' ? found.fields : {});

/** The API's results, page by page as the console shows them. */
async function asked(body: object): Promise<{ status: number; rows: unknown[] }> {
  const { status, body: text } = await post(handler, { ...body, limit: 50 });
  const { results = [] } = JSON.parse(text) as { results?: { center: { id: string }; distance?: { miles: number } }[] };
  return { status, rows: results.map(({ center, distance }) => [center.id, distance?.miles ?? null]) };
}
const shown = (found: Found) => rowsOf(found).map(({ center, miles }) => [center.id, miles]);

test('300 questions: the rows are what the API answers, in its order and with its miles', async () => {
  const random = seeded(16);
  let compared = 0;
  const levels = ['iop', 'php', 'detox', 'residential', 'op', 'sober living'];
  const payers = ['medicaid', 'medicare', 'private insurance', 'cash', ''];
  const more = ['', '', 'evening', 'women', 'teens', 'spanish', 'within 50 miles', 'telehealth'];
  for (let at = 0; at < 300; at += 1) {
    const { address } = pick(random, records).center;
    const where = pick(random, [address.zip, `${address.city}, ${address.state}`, address.zip]);
    const text = [pick(random, levels), where, pick(random, payers), pick(random, more)].filter(Boolean).join(' ');
    const found = look({ text });
    const api = await asked({ q: text });
    if (api.status === 400) {
      expect([text, found.kind]).toEqual([text, found.kind === 'which' ? 'which' : 'problem']);
      continue;
    }
    // The console may read an unknown word as a name. In all other cases the console and the API must agree.
    if (found.kind === 'rows' && 'name' in found.fields) continue;
    expect([text, shown(found)]).toEqual([text, api.rows]);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(270);
});

test('filters beside the text narrow as the API narrows', async () => {
  let compared = 0;
  for (const body of questions(7, 200, records)) {
    const { near, state, limit: _, cell, q, include, ...fields } = body as Record<string, unknown>;
    if (typeof (near ?? state) !== 'string' || cell !== undefined || q !== undefined) continue;
    const lists = Object.entries(fields).filter(([, value]) => Array.isArray(value)) as [string, string[]][];
    const added = {
      ...Object.fromEntries(lists),
      ...(near === undefined ? { state: [String(state)] } : { near: [String(near)] }),
    };
    const found = look({ added, withUnknown: include === 'unknown' });
    const api = await asked({
      ...Object.fromEntries(lists),
      ...(near === undefined ? { state } : { near }),
      ...(include === undefined ? {} : { include }),
    });
    expect([JSON.stringify(body), found.kind === 'rows' ? 200 : 400]).toEqual([JSON.stringify(body), api.status]);
    expect(shown(found)).toEqual(api.rows);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(100);
});

test.each([
  ['iop phoe', 'Phoenix, AZ'],
  ['detox newar', 'Newark, NJ'],
])('%s: a town is completed, and the chip says from what', (text, town) => {
  const found = look({ text });
  expect(found.kind === 'rows' && found.chips.find(({ field }) => field === 'near')).toMatchObject({
    value: town,
    from: text.split(' ')[1],
  });
});

test('an area code is the town of most front desks that have it', () => {
  const found = look({ text: 'iop 602' });
  expect(found.kind === 'rows' && found.chips[0]).toMatchObject({ field: 'near', value: 'Phoenix, AZ', from: '602' });
  expect(shown(found)).toEqual(shown(look({ text: 'iop Phoenix, AZ' })));
  // The numbers in these texts are no area codes: a distance, a price, a part of a longer number.
  for (const text of ['iop 85004 within 602 miles', 'iop 85004 602-555-0100'])
    expect(fieldsOf(look({ text })).near).toBe('85004');
  expect(look({ text: '800' }).kind).toBe('where');
});

test('a code of the team opens its center, and a beginning of it those that have it', () => {
  const [one, two] = records.map(({ center }) => center.id);
  const coded = {
    ...source,
    codes: [
      { code: 'CBI-0417', center: one ?? '' },
      { code: 'CBI-0420', center: two ?? '' },
      { code: 'CBI-0999', center: 'closed-meanwhile' },
    ],
  };
  const ids = (text: string) => rowsOf(lookup({ ...emptyQuery, text }, coded)).map(({ center }) => center.id);
  expect(ids('cbi-0417')).toEqual([one]);
  expect(ids('CBI-04')).toEqual([one, two]);
  // Codes do not change how the console reads a ZIP, or a code that no center has.
  expect(lookup({ ...emptyQuery, text: 'iop 85004' }, coded)).toEqual(look({ text: 'iop 85004' }));
  expect(lookup({ ...emptyQuery, text: 'cbi-0999' }, coded)).toEqual(look({ text: 'cbi-0999' }));
});

test('a name is found by the beginnings of its words, alone and beside a place', () => {
  const center = records.find(({ center: one }) => one.name.includes('–'))?.center;
  if (center === undefined) throw new Error('no listing has a branch in its name');
  const [first = ''] = center.name.split(' – ');
  expect(rowsOf(look({ text: center.name })).map(({ center: { id } }) => id)).toContain(center.id);
  const beside = look({ text: `${first} ${center.address.zip}` });
  expect(rowsOf(beside).map(({ center: { id } }) => id)).toContain(center.id);
  expect(fieldsOf(beside)).toMatchObject({ near: center.address.zip });
});

test('a county, a place that may be one of several, no place, danger', () => {
  expect(fieldsOf(look({ text: 'iop Maricopa County' })).level).toEqual(['iop']);
  expect(look({ text: 'peoria' })).toMatchObject({ kind: 'which' });
  expect(look({ text: 'iop' })).toMatchObject({ kind: 'where', chips: [{ field: 'level', value: 'iop' }] });
  expect(look({ text: 'i want to die 85004' })).toMatchObject({ crisis: true });
  expect(look({ text: '' })).toEqual({ kind: 'empty' });
});

test('what is dropped or added changes that alone', () => {
  const all = fieldsOf(look({ text: 'iop php 85004 medicaid' }));
  expect(all).toMatchObject({ level: ['iop', 'php'], payer: ['medicaid'], near: '85004' });
  expect(fieldsOf(look({ text: 'iop php 85004 medicaid', dropped: ['level:php'] }))).toMatchObject({ level: ['iop'] });
  expect(fieldsOf(look({ text: 'iop php 85004 medicaid', dropped: ['payer'] }))).not.toHaveProperty('payer');
  expect(fieldsOf(look({ text: 'iop 85004', added: { level: ['php'] } })).level).toEqual(['iop', 'php']);
  expect(fieldsOf(look({ text: 'iop 85004', added: { within: ['5mi', '25mi'] } })).within).toBe('25mi');
});

test('pages follow one another without a gap or a repeat', async () => {
  const [one, two] = [look({ text: '85004' }), look({ text: '85004', pages: 2 })];
  expect(shown(two).slice(0, 50)).toEqual(shown(one));
  expect(new Set(rowsOf(two).map(({ center }) => center.id)).size).toBe(rowsOf(two).length);
  expect(rowsOf(two).length).toBeGreaterThan(50);
});

test('the step up is the nearest center that fits everything else the caller asked', async () => {
  const found = look({ text: 'iop 85004 medicaid' });
  const [first] = rowsOf(found);
  if (first === undefined) throw new Error('nothing lists IOP near 85004');
  const opened = open(first.center.id, 'iop', fieldsOf(found), source);
  const { body } = await post(handler, { near: '85004', level: ['php'], payer: ['medicaid'], limit: 1 });
  const [up] = JSON.parse(body).results;
  expect(opened?.up).toEqual({
    level: 'php',
    center: { id: up.center.id, name: up.center.name },
    miles: up.distance.miles,
    approximate: up.distance.approximate ?? false,
  });
  expect(opened?.down?.level).toBe('op');
  expect(open('no-such-center', 'iop', null, source)).toBeNull();
});

test('a place that is named goes before an area code, and a whole phone number is no text', () => {
  for (const text of ['John Smith (602) 555-0104 wants iop in mesa', '602 iop mesa, az', 'iop mesa az 602-555-0104'])
    expect([text, String(fieldsOf(look({ text })).near)]).toEqual([text, 'Mesa, AZ']);
  const number = look({ text: 'iop 602-555-0104' });
  const code = look({ text: 'iop 602' });
  expect(shown(number)).toEqual(shown(code));
  expect(shown(code)).not.toEqual([]);
});

test.each(['iop new york', 'new york', 'detox texas'])('%s: says where centers are listed, and is no name', (text) => {
  expect(look({ text })).toMatchObject({ kind: 'problem', detail: expect.stringMatching(/no center is listed in/i) });
});

test('paths are those of the API, with its miles and whom to ask', async () => {
  const random = seeded(21);
  let [compared, said] = [0, 0];
  for (let at = 0; at < 40; at += 1) {
    const { zip } = pick(random, records).center.address;
    const payer = pick(random, ['medicaid', 'private', null]);
    const start = Math.floor(random() * 4);
    const levels = pathOrder.filter((_, index) => index >= start && random() < 0.6).slice(0, 4);
    if (levels.length < 2) continue;
    const withUnknown = random() < 0.5;
    const person = pick(random, [{}, {}, { gender: ['women'] }, { age: ['adolescents'] }, { population: ['women'] }]);
    const fields: Fields = { ...(payer === null ? {} : { payer: [payer] }), ...person };
    const narrowed = { ...fields, ...(withUnknown ? { include: 'unknown' } : {}) };
    const { status, body } = await call(handler, '/v1/paths/search', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ near: zip, levels, limit: 3, ...narrowed }),
    });
    expect(status, body).toBe(200);
    const { origin, paths, alternatives } = JSON.parse(body) as PathsAnswer;
    const own = pathsFor(levels, origin.location ?? { lat: 0, lng: 0 }, fields, withUnknown, source, NOW);
    expect(own.paths.map(({ miles, legs }) => [miles, legs.map((leg) => [leg.center.id, leg.miles, leg.ask])])).toEqual(
      paths.map(({ miles, legs }) => [
        miles,
        legs.map(({ center, distance, ask = [] }) => [center.id, distance.miles, ask]),
      ]),
    );
    expect(own.paths.map(({ onlyFor }) => onlyFor)).toEqual(
      paths.map(({ onlyFor }) => (onlyFor === undefined ? null : onlyForText(onlyFor))),
    );
    said += own.paths.filter(({ onlyFor }) => onlyFor !== null).length;
    expect(own.changes.map(({ field, miles }) => [field, Number(miles.toFixed(2))])).toEqual(
      alternatives.map(({ change, miles }) => [Object.keys(change)[0], miles]),
    );
    compared += own.paths.length;
  }
  expect(compared).toBeGreaterThan(60);
  expect(said).toBeGreaterThan(10);
});

test('a path begins at the level that is asked for', () => {
  expect(firstLevels({})).toEqual(['detox', 'residential', 'php', 'iop', 'sober-living']);
  expect(firstLevels({ level: ['iop', 'php'] })).toEqual(['php', 'iop', 'sober-living']);
  expect(firstLevels({ level: ['inpatient'] })).toEqual(['inpatient', 'residential', 'php', 'iop', 'sober-living']);
  expect(firstLevels({ level: ['sober-living'] })).toEqual(firstLevels({}));
});
