import { expect, it } from 'vitest';
import { streetOf } from '../../data/sources/samhsa/address.ts';
import { recordOf } from '../../data/sources/samhsa/center.ts';
import type { Listing } from '../../data/sources/samhsa/listing.ts';
import { resolveCodes } from '../../data/sources/samhsa/samhsa-codes.ts';

const codeText = 'SA * OP OIT ORT * MD SF * SS';
const listing: Listing = {
  ...{ kind: 'substance-use', year: 2023, row: 2, name1: 'Saguaro Recovery Inc', name2: 'Downtown Program' },
  ...{ street1: '100 West Adams Street', street2: 'Suite 400', city: 'Phoenix', state: 'AZ', zip: '85003' },
  ...{ phone: '602-344-0100', intake1: '602-344-0101', intake2: '', codeText },
  ...{ codes: resolveCodes(codeText).codes, unknownCodes: [], website: null },
};
const mental: Listing = {
  ...listing,
  ...{ kind: 'mental-health', year: 2024, name1: 'Saguaro Behavioral Health', name2: '', phone: '602-344-0199' },
  codes: resolveCodes('MH * OP').codes,
};
const location = { lat: 33.4483, lng: -112.0758, accuracy: 'address' } as const;
const made = (...listings: [Listing, ...Listing[]]) => recordOf('saguaro', { listings, location }).center;

it('a center of two listings is found by the names of both', () => {
  const { name, alternateNames, organization } = made(listing, mental);
  expect([name, organization.name]).toEqual(['Saguaro Recovery Inc – Downtown Program', 'Saguaro Recovery Inc']);
  expect(alternateNames).toEqual(['Saguaro Behavioral Health']);
});

it('a name is not another name of itself, and a trading name keeps the organization’s', () => {
  expect(made(listing, { ...listing, kind: 'mental-health' }).alternateNames).toEqual([]);
  const trading = made({ ...listing, name2: 'DBA New Dawn' }, mental);
  expect([trading.name, trading.alternateNames]).toEqual([
    'New Dawn',
    ['Saguaro Recovery Inc', 'Saguaro Behavioral Health'],
  ]);
});

it('a center of two listings has the numbers and the sources of both, the facility’s own line first', () => {
  const { phones, sources } = made(listing, mental);
  expect(phones.map(({ number, purpose, answeredBy }) => [number, purpose, answeredBy])).toEqual([
    ['+16023440100', 'main', 'facility'],
    ['+16023440199', 'main', 'facility'],
    ['+16023440101', 'intake', 'facility'],
  ]);
  expect(sources.map(({ asOf }) => asOf)).toEqual(['2023-04-01', '2024-04-01']);
});

it.each([
  ['100 West Adams Street', 'Suite 400', '100 West Adams Street, Suite 400'],
  ['100 WEST ADAMS STREET', 'SUITE 400', '100 West Adams Street, Suite 400'],
  ['100 West Adams Street', '', '100 West Adams Street'],
  ['100 West Adams Street', 'PO Box 12', '100 West Adams Street'],
  ['PO Box 12', '', 'PO Box 12'],
  ['- - -', 'Suite 400', null],
])('%j and %j are the street %j', (street1, street2, street) => {
  expect(streetOf({ street1, street2 })).toBe(street);
  expect(made({ ...listing, street1, street2 }).address.street).toBe(street);
});
