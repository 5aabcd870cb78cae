import { parse } from 'csv-parse/sync';
import type { HealthcareService, Location } from 'fhir/r4.js';
import { describe, expect, it } from 'vitest';
import { loadRecords } from '../../data/records/load.ts';
import { displayPhone, type Phone } from '../../functions/domain/contact.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { call } from '../support/gateway-call.ts';
import { serveRecords } from '../support/real-records.ts';

// One phone of each kind, with and without an extension. If a face gives a wrong phone, the test sees it.
const phones: readonly Phone[] = [
  { number: '+16025550101', extension: '12', purpose: 'main', answeredBy: 'facility' },
  { number: '+16025550102', extension: null, purpose: 'admissions', answeredBy: 'central-admissions' },
  { number: '+16025550103', extension: '9', purpose: 'crisis', answeredBy: 'third-party' },
];
const records: CenterRecord[] = (await loadRecords('data/examples.json')).map((record, index) => {
  const turned = [...phones.slice(index % 3), ...phones.slice(0, index % 3)];
  return { ...record, center: { ...record.center, phones: turned } };
});
const { handler } = await serveRecords(records);
const json = async (target: string, accept = 'application/json') => {
  const { status, body } = await call(handler, target, { headers: { accept } });
  expect(status, body).toBe(200);
  return JSON.parse(body);
};
const all = records.map((record) => [record.center.id, record] as const);

describe.each(all)('%s has its own phones and point', (id, { center }) => {
  const { lat, lng } = center.location;
  const shown = center.phones.map((phone) => ({ ...phone, display: displayPhone(phone) }));

  it('as JSON, GeoJSON and JSON-LD', async () => {
    const whole = await json(`/v1/centers/${id}`);
    expect([whole.center.phones, whole.center.location]).toEqual([shown, center.location]);
    const { features } = await json(`/v1/centers?state=${center.address.state}`, 'application/geo+json');
    const feature = features.find((one: { id: string }) => one.id === id);
    expect([feature.geometry.coordinates, feature.properties.center.phones]).toEqual([[lng, lat], shown]);
    const linked = await json(`/v1/centers/${id}`, 'application/ld+json');
    expect(linked.geo).toMatchObject({ latitude: lat, longitude: lng });
    expect(linked.telephone).toEqual(
      center.phones.map(({ number, extension }) => (extension === null ? number : `${number};ext=${extension}`)),
    );
  });

  it('as CSV', async () => {
    const target = `/v1/centers?state=${center.address.state}`;
    const { body } = await call(handler, target, { headers: { accept: 'text/csv' } });
    const row = (parse(body, { columns: true, bom: true }) as Record<string, string>[]).find((one) => one.id === id);
    expect(row).toMatchObject({
      lat: String(lat),
      lng: String(lng),
      answered_by: center.phones[0]?.answeredBy,
      phone: shown[0]?.display,
    });
  });

  it('as FHIR', async () => {
    const target = `/fhir/Location?address-state=${center.address.state}&_count=50`;
    const { entry } = await json(target, 'application/fhir+json');
    const location: Location = entry
      .map(({ resource }: { resource: Location }) => resource)
      .find(({ identifier }: Location) => identifier?.[0]?.value === id);
    expect(location.position).toEqual({ latitude: lat, longitude: lng });
    const services = await json(
      `/fhir/HealthcareService?location.address-state=${center.address.state}&_count=50`,
      'application/fhir+json',
    );
    const service: HealthcareService = services.entry
      .map(({ resource }: { resource: HealthcareService }) => resource)
      .find(({ location: at }: HealthcareService) => at?.[0]?.reference === `Location/${location.id}`);
    for (const { telecom = [] } of [location, service]) {
      const numbers = telecom.filter(({ system }) => system === 'phone');
      const told = numbers.map(({ value, extension = [] }) => [value, ...extension.map(({ valueCode }) => valueCode)]);
      expect(told).toEqual(center.phones.map((phone) => [displayPhone(phone), phone.purpose, phone.answeredBy]));
    }
  });

  it('as HSDS', async () => {
    const { contents } = await json('/hsds/service_at_locations?per_page=100&full=true');
    const { location } = contents.find(
      (one: { location: { external_identifier: string } }) => one.location.external_identifier === id,
    );
    expect([location.latitude, location.longitude]).toEqual([lat, lng]);
    const told = location.phones.map(({ number, extension, description }: Record<string, unknown>) => [
      number,
      extension,
      description,
    ]);
    expect(told).toEqual(
      center.phones.map((phone) => [
        phone.number,
        phone.extension === null ? undefined : Number(phone.extension),
        `${phone.purpose}, ${phone.answeredBy}: ${displayPhone(phone)}`,
      ]),
    );
  });
});
