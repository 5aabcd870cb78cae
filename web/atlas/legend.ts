import { type ComponentChild, h } from 'preact';
import { radiusOf } from './map.ts';
import { bands } from './reading.ts';
import { count, rangeOf } from './words.ts';

/** Explains the colors, rings and sizes of the dots. */
export function legend(far: number): ComponentChild {
  return h('div', { class: 'legend' }, [
    h('p', { class: 'of' }, 'Miles to the nearest center that lists it'),
    h('ul', { role: 'list' }, [
      ...bands.map((_, band) => item(`band${band}`, rangeOf(band))),
      item('ask', `more than ${far}, but one within ${far} may offer it: ask`),
      item('border', `more than ${far}, and a state without listings is within ${far}`),
    ]),
    h('p', { class: 'of' }, 'A dot is a ZIP, as large as its people'),
    h(
      'ul',
      { role: 'list' },
      [500, 10_000, 50_000].map((people) => h('li', { key: people }, [sized(people), count(people)])),
    ),
  ]);
}

const item = (name: string, text: string): ComponentChild =>
  h('li', { key: name }, [
    h(
      'svg',
      { viewBox: '0 0 14 14', 'aria-hidden': 'true' },
      h('circle', { class: `dots ${name}`, cx: 7, cy: 7, r: 5 }),
    ),
    text,
  ]);

const sized = (people: number): ComponentChild =>
  h(
    'svg',
    { viewBox: '0 0 14 14', 'aria-hidden': 'true' },
    h('circle', { class: 'size', cx: 7, cy: 7, r: radiusOf(people) }),
  );
