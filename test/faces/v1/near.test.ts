import { expect, it } from 'vitest';
import { readNear } from '../../../functions/faces/v1/parameters/origin.ts';
import { places } from '../../../functions/places/load.ts';

it.each([
  ['vegas', 'Las Vegas, NV'],
  ['NYC', 'New York, NY'],
  ['OKC', 'Oklahoma City, OK'],
  ['S.F.', 'San Francisco, CA'],
  ['Maricopa County', 'Maricopa County, AZ'],
  ['N Las Vegas', 'North Las Vegas, NV'],
  ['e. st. louis il', 'East Saint Louis, IL'],
  ['Mexico, MO', 'Mexico, MO'],
  ['downtown Tulsa', 'Tulsa, OK'],
  ['phoenix metro area', 'Phoenix, AZ'],
])('near=%s is %s', (typed, label) => {
  expect(readNear(typed, places())).toMatchObject({ kind: 'place', label });
});

it.each([
  // Two swapped letters count as one typing error. So "Pheonix" is as close to Phoenix as to Phenix, VA; Phoenix is
  // larger.
  ['Pheonix', 'Phoenix, AZ'],
  ['phonix', 'Phoenix, AZ'],
  ['Vancouver, BC', 'Vancouver, WA'],
])('near=%s asks first about %s', (typed, label) => {
  const read = readNear(typed, places());
  expect('candidates' in read && read.candidates[0]?.label).toBe(label);
});
