import { type ComponentChild, h } from 'preact';
import { controls } from './controls.ts';
import type { AtlasZip, StateGround } from './data.ts';
import { legend } from './legend.ts';
import { lookUp } from './look-up.ts';
import { panelOf, stateMap } from './map.ts';
import { type Reading, readZips } from './reading.ts';
import type { AtlasState, Change } from './state.ts';
import { callTable, farTable, stateTable } from './tables.ts';
import { shareOf, tally } from './tallies.ts';
import { asked, count, percent } from './words.ts';

/** Draws everything under the page's heading, for the current choices. */
export function app(
  { ground, zips }: { readonly ground: readonly StateGround[]; readonly zips: readonly AtlasZip[] },
  state: AtlasState,
  change: Change,
): ComponentChild {
  const readings = readZips(zips, state.choice, state.far);
  const shownGround = ground.filter(({ code }) => state.state === null || code === state.state);
  const shown = readings.filter(({ zip }) => state.state === null || zip.state === state.state);
  const byState = Map.groupBy(shown, ({ zip }) => zip.state);
  const pick = (zip: AtlasZip): void => change({ chosen: zip, typed: zip.zip });
  return [
    controls(ground, state, change),
    h('p', { class: 'finding', role: 'status' }, finding(shown, state)),
    h('section', { class: 'map', 'aria-labelledby': 'map-heading' }, [
      h('h2', { id: 'map-heading' }, 'Where care is far, and where nothing is known'),
      legend(state.far),
      h(
        'div',
        { class: shownGround.length === 1 ? 'panels one' : 'panels' },
        shownGround.map((one) => panel(one, byState.get(one.code) ?? [], state, pick)),
      ),
    ]),
    lookUp(readings, state, change),
    stateTable(shownGround, shown),
    farTable(shown),
    callTable(shown),
  ];
}

function panel(
  ground: StateGround,
  readings: readonly Reading[],
  { chosen, far }: AtlasState,
  onPick: (zip: AtlasZip) => void,
) {
  const { width, height } = panelOf(ground);
  const tallied = tally(readings);
  const notNear = percent(1 - shareOf(tallied, 'near'));
  const label = `Map of ${ground.name}: ${readings.length} ZIPs. The table by state has its numbers.`;
  return h('figure', { key: ground.code, class: 'panel', style: { '--aspect': (width / height).toFixed(3) } }, [
    h('figcaption', null, [h('b', null, ground.name), ` ${notNear} beyond ${far} mi`]),
    stateMap({ ground, readings, chosen, label, onPick }),
  ]);
}

function finding(readings: readonly Reading[], { choice, far }: AtlasState): string {
  const tallied = tally(readings);
  const not = tallied.people - tallied.near;
  const unknown = tallied.ask + tallied.border;
  const first = `${count(not)} of ${count(tallied.people)} people (${percent(1 - shareOf(tallied, 'near'))}) live more than ${far} miles from a center that lists ${asked(choice)}.`;
  return not === 0
    ? first
    : `${first} For ${count(unknown)} of them, it is not known: a center that may offer it, or a state without listings, is near.`;
}
