import { describe, expect, it } from 'vitest';
import { TooBroadError } from '../../../functions/dataset/read/too-broad.ts';
import { pathsAnswerSchema } from '../../../functions/faces/v1/answers/paths.ts';
import { Locator } from '../../../functions/search/locator.ts';
import { call } from '../../support/gateway-call.ts';
import { serveRecords } from '../../support/real-records.ts';

const { handler } = await serveRecords();
const post = (body: unknown) =>
  call(handler, '/v1/paths/search', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function answerTo(query: string) {
  const { status, body } = await call(handler, `/v1/paths?${query}`);
  expect(status, body).toBe(200);
  return pathsAnswerSchema.parse(JSON.parse(body));
}

async function faultsOf(query: string) {
  const { status, body } = await call(handler, `/v1/paths?${query}`);
  expect(status, body).toBe(400);
  return (JSON.parse(body).errors as { parameter: string; message: string }[]).map(
    ({ parameter, message }) => [parameter, message] as const,
  );
}

describe('paths', () => {
  it('have one center for each level in the order asked, with the payer at that level, shortest first', async () => {
    const { paths, query, origin, coverage } = await answerTo('near=85004&levels=detox,residential,iop&payer=medicaid');
    expect(query).toEqual({ near: '85004', levels: ['detox', 'residential', 'iop'], payer: ['medicaid'], limit: 3 });
    expect([origin.kind, coverage.origin]).toEqual(['zip', { state: 'AZ', listed: true }]);
    expect(paths.length).toBe(3);
    for (const { legs, miles } of paths) {
      expect(legs.map(({ level }) => level)).toEqual(['detox', 'residential', 'iop']);
      for (const { level, offerings, certainty } of legs) {
        expect(certainty).toBeUndefined();
        for (const offering of offerings)
          expect([offering.level, offering.payers]).toEqual([level, expect.arrayContaining(['medicaid'])]);
      }
      expect(legs.reduce((sum, { distance }) => sum + distance.miles, 0)).toBeCloseTo(miles, 1);
    }
    expect(paths.map(({ miles }) => miles)).toEqual(paths.map(({ miles }) => miles).toSorted((a, b) => a - b));
    expect(new Set(paths.map(({ legs }) => legs.map(({ center }) => center.id).join(' '))).size).toBe(3);
  });

  it('are the same by POST, and with lists repeated', async () => {
    const get = await call(handler, '/v1/paths?near=85004&levels=php,iop&payer=medicaid');
    const repeated = await call(handler, '/v1/paths?near=85004&levels=php&levels=iop&payer=medicaid');
    const posted = await post({ near: '85004', levels: ['php', 'iop'], payer: ['medicaid'] });
    expect(posted.body).toBe(get.body);
    expect(repeated.body).toBe(get.body);
    expect(posted.headers['cache-control']).toBe('no-store');
  });

  it('with centers in doubt say of each leg how sure it is, and what to ask', async () => {
    const { paths } = await answerTo('near=85004&levels=residential,iop&payer=tribal&include=unknown&limit=10');
    const legs = paths.flatMap((path) => path.legs);
    expect(new Set(legs.map(({ certainty }) => certainty))).toContain('unknown');
    for (const { certainty, ask } of legs) expect(ask !== undefined && ask.length > 0).toBe(certainty === 'unknown');
  });

  it('are none where no center fits, and then say what a change gives', async () => {
    const { paths, alternatives, help } = await answerTo('near=85004&levels=sober-living,aftercare&payer=kaiser');
    expect(paths).toEqual([]);
    expect(alternatives.map(({ change }) => change)).toContainEqual({ payer: null });
    expect(help.emergency).toBe('911');
  });
});

describe('paths for a person', () => {
  it('go through offerings that accept the age and the gender, under the same names as a search', async () => {
    const { paths, query } = await answerTo('near=85004&levels=detox,iop&age=30,adults&gender=women&limit=10');
    expect([query.age, query.gender]).toEqual([['adults'], ['women']]);
    expect(paths.length).toBe(10);
    for (const { legs, onlyFor } of paths) {
      expect(onlyFor).toBeUndefined();
      for (const { offerings } of legs) {
        expect(offerings.length).toBeGreaterThan(0);
        for (const { ages, genders } of offerings) {
          expect(ages).toContain('adults');
          expect(genders).toContain('women');
        }
      }
    }
  });

  it('say for whom they are, where that is not everybody, and never name somebody whom a center leaves out', async () => {
    const { paths } = await answerTo('near=85004&levels=residential,sober-living,iop&limit=10');
    expect(paths.some(({ onlyFor }) => onlyFor !== undefined)).toBe(true);
    for (const { legs, onlyFor = [] } of paths)
      for (const { genders, ages } of onlyFor)
        for (const { offerings } of legs) {
          const takes = offerings.filter(
            (one) =>
              (one.genders === null || genders.some((gender) => one.genders?.includes(gender))) &&
              (one.ages === null || ages.some((age) => one.ages?.includes(age))),
          );
          expect(takes.length).toBeGreaterThan(0);
        }
  });

  it('by what their programs are made for', async () => {
    const { paths, alternatives } = await answerTo('near=85004&levels=detox,iop&population=women');
    for (const { legs } of paths)
      for (const { offerings } of legs) for (const { populations } of offerings) expect(populations).toContain('women');
    expect(alternatives.map(({ change }) => change)).toContainEqual({ population: null });
  });
});

describe('a question for paths that is wrong', () => {
  it('names each wrong level beside how many there may be', async () => {
    const says = async (levels: string) =>
      (await faultsOf(`near=85004&levels=${levels}`)).map(([, message]) => message.split(';')[0]?.split('.')[0]);
    expect(await says('a,iop,b,iop,c,d,e')).toEqual([
      '"a" is not a level',
      '"b" is not a level',
      '"c" is not a level',
      '"d" is not a level',
      '"e" is not a level',
      'names "iop" twice',
      'must name 2 to 6 levels, in the order of care, such as detox, residential, iop',
    ]);
  });

  it.each(['detox', 'sober-living', 5, null, {}])('has one fault where a list should be: %j', async (levels) => {
    const { status, body } = await post({ near: '85004', levels, payer: 'medicaid' });
    expect([status, JSON.parse(body).errors]).toEqual([
      400,
      [
        { pointer: '/levels', message: 'must be a list, such as ["detox"]' },
        { pointer: '/payer', message: 'must be a list, such as ["medicaid"]' },
      ],
    ]);
  });

  it.each([
    ['payer=medicade', 'did you mean "medicaid"'],
    ['payer=mcare', 'did you mean "medicare"'],
    ['payer=champva', 'did you mean "military"'],
    ['payer=anthem', 'did you mean "private"'],
    ['age=130', 'is not an age in years from 0 to 120 or a band'],
    ['gender=woman', 'did you mean "women"'],
    ['population=vets', 'did you mean "veterans"'],
  ])('says of %s what a search says', async (query, message) => {
    const [[, own] = []] = await faultsOf(`near=85004&levels=iop,op&${query}`);
    const { body } = await call(handler, `/v1/centers?near=85004&${query}`);
    expect(own).toContain(message);
    expect(own).toBe(JSON.parse(body).errors[0].message);
  });

  it('hears of every fault at once, and what would be right', async () => {
    expect(await faultsOf('levels=iop,iopp&payer=medicaid,medicare&limit=11&include=all&lvls=1')).toEqual([
      ['lvls', expect.stringContaining('not a parameter')],
      ['near', expect.stringContaining('say where to start')],
      ['levels', expect.stringContaining('did you mean "iop"')],
      ['payer', expect.stringContaining('one payer')],
      ['include', expect.stringContaining('Accepted: unknown')],
      ['limit', 'must be a whole number from 1 to 10'],
    ]);
  });

  it.each([
    ['near=85004', 'levels', 'must name 2 to 6 levels'],
    ['near=85004&levels=iop', 'levels', 'must name 2 to 6 levels'],
    ['near=85004&levels=iop,op,php,detox,inpatient,residential,aftercare', 'levels', 'must name 2 to 6 levels'],
    ['near=85004&levels=iop,op,iop', 'levels', 'names "iop" twice'],
    ['near=85004&levels=', 'levels', 'is empty'],
    ['near=85004&levels=iop,op&payer=medicad', 'payer', 'did you mean "medicaid"'],
    ['near=&levels=iop,op', 'near', 'is empty'],
    ['near=85004&near=85005&levels=iop,op', 'near', 'more than once'],
    ['near=00000&levels=iop,op', 'near', 'is not a ZIP'],
    ['near=Arizona&levels=iop,op', 'near', 'is a state'],
    ['near=me&levels=iop,op', 'near', 'your location is not known'],
  ])('%s: one fault', async (query, parameter, message) => {
    expect(await faultsOf(query)).toEqual([[parameter, expect.stringContaining(message)]]);
  });

  it('of an ambiguous place is asked back with candidates', async () => {
    const { body } = await call(handler, '/v1/paths?near=Peoria&levels=iop,op');
    expect(JSON.parse(body).candidates.map(({ label }: { label: string }) => label)).toEqual([
      'Peoria, AZ',
      'Peoria, IL',
    ]);
  });

  it('in a body is told by pointers', async () => {
    const { status, body } = await post({ near: 85004, levels: 'iop', payers: [] });
    expect(status).toBe(400);
    expect(JSON.parse(body).errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/near',
      '/levels',
      '/payers',
    ]);
    expect((await post([])).status).toBe(400);
  });

  it('that is too broad says what to leave out', async () => {
    const paths = Locator.prototype.paths;
    Locator.prototype.paths = () =>
      Promise.reject(new TooBroadError('x', { fields: ['levels', 'payer'], radiusHelps: false }));
    try {
      const { status, body } = await call(handler, '/v1/paths?near=85004&levels=iop,op&payer=medicaid');
      expect([status, JSON.parse(body).fields]).toEqual([422, ['levels', 'payer']]);
      expect(JSON.parse(body).detail).not.toContain('within');
    } finally {
      Locator.prototype.paths = paths;
    }
  });
});
