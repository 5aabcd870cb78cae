import { loadRecords } from '../../../data/records/load.ts';
import { call } from '../../support/gateway-call.ts';
import { listings } from '../../support/listings.ts';
import { serveRecords } from '../../support/real-records.ts';

export { textOf } from './text-of.ts';

/** All listings of Arizona and Nevada, and the fictional centers: cities with and without their own pages. */
export const places = [
  ...(await listings()).filter(({ center }) => ['AZ', 'NV'].includes(center.address.state)),
  ...(await loadRecords('data/examples.json')),
];
export const real = places.filter(({ center }) => !center.sample);
export const { handler, lines } = await serveRecords(places);

export const get = (path: string, headers: Readonly<Record<string, string>> = {}) => call(handler, path, { headers });

/** Posts a form. */
export const post = (path: string, fields: Readonly<Record<string, string | readonly string[]>>) =>
  postText(
    path,
    new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])),
    ).toString(),
  );

export const postText = (path: string, body: string, type = 'application/x-www-form-urlencoded') =>
  call(handler, path, { method: 'POST', headers: { 'content-type': type }, body });

/** The ids of the centers that a page links to, in order. */
export const centersOn = (html: string): string[] =>
  [...html.matchAll(/href="(?:\/es)?\/centers\/([a-z0-9-]+)"/g)].map(([, id = '']) => id);
