import { expect, it } from 'vitest';
import { knownInsurers } from '../../functions/domain/payer.ts';
import { places as load } from '../../functions/places/load.ts';
import { readQuery } from '../../functions/query/read-query.ts';

const places = load();
const read = (text: string) => readQuery(text, { places, insurers: knownInsurers });

it.each([
  ['contra costa', 'Contra Costa County, CA'],
  ['washoe', 'Washoe County, NV'],
  ['detox sangamon', 'Sangamon County, IL'],
  ['iop contra costa medi-cal', 'Contra Costa County, CA'],
  ['dupage co', 'DuPage County, IL'],
  ['adams co', 'Adams County, CO'],
  ['salem co nj', 'Salem County, NJ'],
  ['co. of santa clara', 'Santa Clara County, CA'],
  ['county of kern detox', 'Kern County, CA'],
  ['condado kern', 'Kern County, CA'],
  ['detox en condado de tulare', 'Tulare County, CA'],
  ['will county', 'Will County, IL'],
  ['iop will county', 'Will County, IL'],
  ['need rehab in will county il', 'Will County, IL'],
  ['cape may cty', 'Cape May County, NJ'],
  ['la county', 'Los Angeles County, CA'],
])('%s is %s', (text, county) => {
  expect([read(text).near, read(text).ignored]).toEqual([county, []]);
});

it.each([
  ['pueblo co', 'Pueblo, CO'],
  ['boulder co iop', 'Boulder, CO'],
  ['kane il', 'Kane, IL'],
  ['iop maricopa', 'Maricopa, AZ'],
])('%s is a city first: %s', (text, city) => {
  expect(read(text).near).toBe(city);
});

it.each(['i will need a county', 'how do i find one in my county', 'what will county pay', 'county jail', 'rehab co'])(
  '%s names no county',
  (text) => {
    expect(read(text).near).toBeNull();
  },
);
