import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { toCsv } from '../../../functions/faces/v1/formats/csv.ts';
import { distanceOf, searchAnswerSchema } from '../../support/answer-schema.ts';
import { call } from '../../support/gateway-call.ts';
import { records, serveRecords } from '../../support/real-records.ts';

const { handler } = await serveRecords();
const search = '/v1/centers?near=85004&level=iop,op&limit=20';
const as = (accept: string, target = search) => call(handler, target, { headers: { Accept: accept } });
const answerOf = async (target = search) =>
  searchAnswerSchema.parse(JSON.parse((await as('application/json', target)).body));

describe('GeoJSON', () => {
  it.each([search, '/v1/centers?state=OK'])('holds the same results as features: %s', async (target) => {
    const { status, headers, body } = await as('application/geo+json', target);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/geo+json');
    const { results, ...rest } = await answerOf(target);
    expect(JSON.parse(body)).toEqual({
      type: 'FeatureCollection',
      features: results.map((result) => ({
        type: 'Feature',
        id: result.center.id,
        // RFC 7946: longitude first.
        geometry: { type: 'Point', coordinates: [result.center.location.lng, result.center.location.lat] },
        properties: result,
      })),
      ...rest,
    });
  });
});

describe('CSV', () => {
  it('holds the same results as lines', async () => {
    const { status, headers, body } = await as('text/csv');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    const { results } = await answerOf();
    const joined = (values: readonly string[]) => [...new Set(values)].join(';');
    expect(parse(body, { columns: true, bom: true })).toEqual(
      results.map((result) => ({
        id: result.center.id,
        name: result.center.name,
        organization: result.center.organization.name,
        ...result.center.address,
        lat: String(result.center.location.lat),
        lng: String(result.center.location.lng),
        accuracy: result.center.location.accuracy,
        miles: String(distanceOf(result).miles),
        km: String(distanceOf(result).km),
        min_miles: '',
        max_miles: '',
        approximate: String(result.center.location.accuracy === 'zip'),
        phone: result.center.phones[0]?.display,
        answered_by: result.center.phones[0]?.answeredBy,
        levels: joined(result.offerings.map(({ level }) => level)),
        payers: joined(result.offerings.flatMap(({ payers }) => payers)),
        populations: joined(result.offerings.flatMap(({ populations }) => populations)),
        ages: joined(result.offerings.flatMap(({ ages }) => ages ?? [])),
        genders: joined(result.offerings.flatMap(({ genders }) => genders ?? [])),
        only: joined(result.offerings.flatMap(({ only }) => only)),
        confirmation: joined(result.offerings.map(({ confirmation }) => confirmation.state)),
        website: result.center.website ?? '',
        sample: String(result.center.sample),
        source: joined(result.center.sources.map(({ name }) => name)),
        source_as_of: joined(result.center.sources.map(({ asOf }) => asOf)),
      })),
    );
    expect(body).toMatch(/^\uFEFFid,name,.*\r\n/);
  });

  it('has a header line and nothing else when nothing is found, and no distance for a state', async () => {
    expect((await as('text/csv', '/v1/centers?near=85004&within=1mi&language=ja')).body).toMatch(/^\uFEFFid,.*\r\n$/);
    const [first] = parse((await as('text/csv', '/v1/centers?state=OK&limit=1')).body, {
      columns: true,
      bom: true,
    }) as object[];
    expect(first).toMatchObject({ state: 'OK', miles: '', km: '' });
  });

  it('opens in Excel with the zeros that a ZIP begins with', async () => {
    const { results } = await answerOf('/v1/centers?state=NJ&limit=50');
    expect(results.every(({ center }) => center.address.zip.startsWith('0'))).toBe(true);
    const { body } = await as('text/csv', '/v1/centers?state=NJ&limit=50');
    const rows = parse(body, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.map(({ zip }) => zip)).toEqual(results.map(({ center }) => `="${center.address.zip}"`));
    const other = parse((await as('text/csv')).body, { columns: true, bom: true }) as Record<string, string>[];
    expect(other.every(({ zip = '' }) => /^[1-9]\d{4}$/.test(zip))).toBe(true);
  });

  it('is no program: a cell that a spreadsheet would run is text, a negative number a number', async () => {
    const names = ['=HYPERLINK("http://x","y")', '+1', '-2+3', '@SUM(A1)', 'plain, "quoted"\nline', "'=1"];
    const { results } = await answerOf();
    const [result] = results;
    if (result === undefined) throw new Error('no result');
    const hostile = names.map((name) => ({ ...result, center: { ...result.center, name } }));
    const lines = parse(toCsv(hostile as Parameters<typeof toCsv>[0]), { columns: true, bom: true }) as Record<
      string,
      string
    >[];
    expect(lines.map(({ name }) => name)).toEqual([`'${names[0]}`, "'+1", "'-2+3", "'@SUM(A1)", names[4], names[5]]);
    expect(lines[0]?.lng).toBe(String(result.center.location.lng));
  });
});

describe('JSON-LD of a center', () => {
  const byId = ({ center }: CenterRecord) => `/v1/centers/${center.id}`;

  it('says what schema.org has words for', async () => {
    for (const record of records) {
      const { center, offerings } = record;
      const { status, headers, body } = await as('application/ld+json', byId(record));
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('application/ld+json');
      const shown = JSON.parse(body);
      const url = `https://locator.example/v1/centers/${center.id}`;
      expect(shown).toMatchObject({
        '@context': 'https://schema.org',
        '@type': 'MedicalClinic',
        '@id': url,
        name: center.name,
        telephone: center.phones.map(({ number, extension }) =>
          extension === null ? number : `${number};ext=${extension}`,
        ),
        address: { streetAddress: center.address.street, addressRegion: center.address.state, addressCountry: 'US' },
        geo: { latitude: center.location.lat, longitude: center.location.lng },
      });
      const offered = offerings.filter(({ confirmation }) => confirmation.state !== 'denied');
      expect(shown.availableService.map((service: { '@id': string }) => service['@id'])).toEqual(
        offered.map(({ id }) => `${url}#${id}`),
      );
    }
  });
});
