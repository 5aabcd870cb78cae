import { type ComponentChild, h } from 'preact';
import type { Found, Reading } from './reading.ts';
import type { AtlasState, Change } from './state.ts';
import { count, miles, standingWords } from './words.ts';

/** The map's facts about one ZIP, found by typing it, for people who use a keyboard or cannot see the map. */
export function lookUp(readings: readonly Reading[], { typed, chosen }: AtlasState, change: Change): ComponentChild {
  const reading = readings.find(({ zip }) => zip === chosen) ?? null;
  const type = (event: Event): void => {
    const text = (event.currentTarget as HTMLInputElement).value.trim();
    change({ typed: text, chosen: readings.find(({ zip }) => zip.zip === text)?.zip ?? null });
  };
  return h('section', { class: 'look-up', 'aria-labelledby': 'look-up-heading' }, [
    h('h2', { id: 'look-up-heading' }, 'One ZIP'),
    h('p', { class: 'control' }, [
      h('label', { for: 'zip' }, 'ZIP code'),
      h('input', { id: 'zip', inputMode: 'numeric', autocomplete: 'off', maxLength: 5, value: typed, onInput: type }),
    ]),
    h('div', { class: 'found', 'aria-live': 'polite' }, found(reading, typed)),
  ]);
}

function found(reading: Reading | null, typed: string): ComponentChild {
  if (reading === null)
    return h(
      'p',
      null,
      /^\d{5}$/.test(typed) ? `${typed} is not a ZIP of these states.` : 'Type one, or click a dot on the map.',
    );
  const { zip, listed, may, standing } = reading;
  return [
    h('p', { class: 'what' }, [
      h('strong', null, `${zip.place} ${zip.zip}`),
      ` · ${zip.county} · ${zip.people === 0 ? 'population not known' : `${count(zip.people)} people`}`,
    ]),
    h('dl', null, [
      entry('Nearest that lists it', center(listed, 'None in the states listed here.')),
      entry('Nearest that may offer it', center(may, 'None.')),
      entry('Nearest state without listings', `${zip.border.state}, ${miles(zip.border.miles)}`),
      entry('So', standingWords[standing]),
    ]),
  ];
}

const entry = (term: string, description: ComponentChild): ComponentChild => [
  h('dt', null, term),
  h('dd', null, description),
];

const center = (found: Found | null, none: string): ComponentChild =>
  found === null
    ? none
    : [`${found.center.name}, ${found.center.city}, `, h('b', null, miles(found.miles)), `, ${found.center.phone}`];
