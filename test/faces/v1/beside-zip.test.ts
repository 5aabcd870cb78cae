import { describe, expect, it } from 'vitest';
import { call } from '../../support/gateway-call.ts';
import { serveRecords } from '../../support/real-records.ts';

const { handler } = await serveRecords();

const ask = async (query: string) => {
  const { status, body } = await call(handler, `/v1/centers?${encodeURI(query)}`);
  return { status, body: JSON.parse(body) };
};

describe('what is typed beside a ZIP', () => {
  it.each([
    '85004',
    '85004-1234',
    'Phoenix, AZ 85004',
    'phoenix 85004',
    '85004 phoenix',
    'Pheonix AZ 85004',
    'Tempe, AZ 85004',
    'Maricopa County 85004',
    'AZ 85004',
    'zip code 85004',
    '455 N 3rd St 85004',
    '455 N 3rd St, Phoenix, AZ 85004',
    'PO Box 12 Phoenix 85004',
  ])('"%s" is the ZIP', async (near) => {
    const { status, body } = await ask(`near=${near}`);
    expect(status).toBe(200);
    expect(body.origin).toMatchObject({ kind: 'zip', label: 'Phoenix, AZ 85004' });
  });

  it.each([
    ['detox 85004', 'detox'],
    ['85004 detox', 'detox'],
    ['123 detox 85004', '123 detox'],
    ['iop near 85004', 'iop near'],
    ['women 85004', 'women'],
    ['phoenix detox 85004', 'phoenix detox'],
    ['medicaid phoenix 85004', 'medicaid phoenix'],
  ])('"%s" is refused: q takes such words', async (near, words) => {
    const { status, body } = await ask(`near=${near}`);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ parameter: 'near' }]);
    expect(body.errors[0].message).toContain(
      `"${words}" is not a street, city or state in the ZIP 85004; use q for phrases like "${near}"`,
    );
    expect(body.candidates).toMatchObject([{ label: 'Phoenix, AZ 85004' }]);
  });

  it.each([
    ['Seattle, WA 85004', 'Seattle, WA'],
    ['Brooklyn, NY 85004', 'Brooklyn, NY'],
    ['philly 85004', 'Philadelphia, PA'],
    ['Tucson, AZ 85004', 'Tucson, AZ'],
  ])('"%s" is asked about, in near and in q', async (near, other) => {
    for (const query of [`near=${near}`, `q=iop ${near}`]) {
      const { status, body } = await ask(query);
      expect(status, query).toBe(400);
      expect(body.errors[0].message).toContain(`85004 is in Phoenix, AZ, not ${other}`);
      expect(body.candidates).toMatchObject([{ label: 'Phoenix, AZ 85004' }, { label: other }]);
    }
  });

  it('a state that is another is asked about', async () => {
    const { status, body } = await ask('near=Washington 85004');
    expect(status).toBe(400);
    expect(body.errors[0].message).toContain('85004 is in Phoenix, AZ, not Washington');
  });

  it('a town of q beside another near is refused, not lost', async () => {
    const { status, body } = await ask('q=detox tucson&near=85004');
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ parameter: 'near' }, { parameter: 'q' }]);
    expect(body.query.ignored).toEqual(['tucson']);
  });
});
