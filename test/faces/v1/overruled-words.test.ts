import { describe, expect, it } from 'vitest';
import { call } from '../../support/gateway-call.ts';
import { serveRecords } from '../../support/real-records.ts';

const { handler } = await serveRecords();

describe('a word of q that a field overrules is in ignored', () => {
  it.each([
    ['q=php near 85004&level=iop', ['php']],
    ['q=iop near 85004&level=iop', []],
    ['q=iop or php near 85004&level=php', ['iop']],
    ['q=evening iop medicaid phoenix&payer=medicare', ['medicaid']],
    ['q=women spanish 85004&population=men&language=ase', ['women', 'spanish']],
    ['q=iop blorple 85004&level=op', ['blorple', 'iop']],
    ['q=detox within 20 miles of 85004&within=5mi', ['within 20 miles']],
  ])('%s', async (query, ignored) => {
    const { status, body } = await call(handler, `/v1/centers?${encodeURI(query)}`);
    expect(status, body).toBe(200);
    expect(JSON.parse(body).query.ignored).toEqual(ignored);
  });
});
