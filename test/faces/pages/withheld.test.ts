import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { loadRecords } from '../../../data/records/load.ts';
import { packCenter } from '../../../functions/dataset/packed-center.ts';
import { map } from '../../../functions/faces/pages/place-parts.ts';
import { wholeCenterAnswer } from '../../../functions/faces/v1/shapes/center.ts';
import { NOW } from '../../support/real-records.ts';

const [record] = await loadRecords('data/examples.json');
if (record === undefined) throw new Error('there are no examples');
const { center, offerings } = record;

test.each([
  ['with its street', center.address.street, 'address', true],
  ['that withholds its street', null, 'address', false],
  ['known by its ZIP alone', center.address.street, 'zip', false],
] as const)('on the map of a place, a center %s', async (_, street, accuracy, isDot) => {
  const changed = { ...center, address: { ...center.address, street }, location: { ...center.location, accuracy } };
  const shown = wholeCenterAnswer(packCenter({ center: changed, offerings }), NOW);
  const drawn = await map('en', center.address.state, [shown], true, 'Arizona');
  expect(render(h('div', null, drawn)).includes('class="marker dot"')).toBe(isDot);
});
