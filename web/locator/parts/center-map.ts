import { type ComponentChild, h } from 'preact';
import type { State } from '../../../functions/domain/state.ts';
import { mapWords as en } from '../../words/map/en.ts';
import { mapWords as es } from '../../words/map/es.ts';
import { kept } from '../map/kept.ts';
import { StaticMap } from '../map/static-map.ts';
import type { Center } from '../read/answer.ts';

/**
 * The map on a center's page. Null if its street is withheld, or if only its ZIP is known, so that a marker would look
 * too exact.
 */
export async function centerMap(
  language: 'en' | 'es',
  { id, name, location, address }: Center,
): Promise<ComponentChild> {
  if (location.accuracy === 'zip' || address.street === null) return null;
  const [outlines, region] = await Promise.all([kept.outlines(), kept.region(address.state as State)]);
  const center = { id, name, location, rank: null };
  return h(
    'div',
    { class: 'where-map' },
    h(StaticMap, { center, outlines, region, words: language === 'es' ? es : en }),
  );
}
