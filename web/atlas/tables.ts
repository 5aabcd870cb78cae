import { type ComponentChild, h } from 'preact';
import type { StateGround } from './data.ts';
import { type Found, type Reading, standings } from './reading.ts';
import { bandShares, calls, farPlaces, shareOf, tally } from './tallies.ts';
import { count, miles, percent, rangeOf, standingWords } from './words.ts';

const MOST_ROWS = 25;

/** A table with the people of each state by the result of their ZIP: near, ask, border or far. */
export function stateTable(ground: readonly StateGround[], readings: readonly Reading[]): ComponentChild {
  const byState = Map.groupBy(readings, ({ zip }) => zip.state);
  const rows = ground.map(({ code, name }) => ({ name, readings: byState.get(code) ?? [] }));
  const all = rows.length > 1 ? [{ name: 'All', readings }] : [];
  const names = ['State', 'People', ...standings.map((one) => standingWords[one]), 'People by distance'];
  return table(
    'states',
    'By state',
    names,
    [...all, ...rows].map((row) => {
      const tallied = tally(row.readings);
      const shares = standings.map((one) => number(percent(shareOf(tallied, one))));
      return [row.name, number(count(tallied.people)), ...shares, bar(bandShares(row.readings))];
    }),
  );
}

/** A bar that shows the shares of people by distance, in the colors of the map. */
function bar(shares: readonly number[]): ComponentChild {
  let from = 0;
  const parts = shares.map((share, band) => {
    const part = h('rect', { class: `band${band}`, x: from * 100, width: share * 100, height: 10 });
    from += share;
    return part;
  });
  const label = shares.map((share, band) => `${rangeOf(band)} miles: ${percent(share)}`).join(', ');
  return h(
    'svg',
    { class: 'bar', viewBox: '0 0 100 10', preserveAspectRatio: 'none', role: 'img', 'aria-label': label },
    parts,
  );
}

/** A table of the cities where care is far or its distance unknown, the most people first. */
export function farTable(readings: readonly Reading[]): ComponentChild {
  const places = farPlaces(readings);
  const rows = places
    .slice(0, MOST_ROWS)
    .map(({ place, county, people, listed, may, standing, border }) => [
      place,
      county,
      number(count(people)),
      distance(listed),
      distance(may),
      standing === 'border'
        ? `${standingWords[standing]}: ${border.state}, ${miles(border.miles)}`
        : standingWords[standing],
    ]);
  const names = ['Place', 'County', 'People', 'Nearest that lists it', 'Nearest that may offer it', 'So'];
  return table('places', headingOf('Far from care, the most people first', places.length), names, rows);
}

/**
 * A table of the centers to call first: those whose answer matters to the most people without a listed center nearby.
 */
export function callTable(readings: readonly Reading[]): ComponentChild {
  const list = calls(readings);
  const rows = list
    .slice(0, MOST_ROWS)
    .map(({ center, people }) => [center.name, center.city, center.phone, number(count(people))]);
  const names = ['Center', 'City', 'Phone', 'People it would be near to'];
  return table('calls', headingOf('Whom to ask first', list.length), names, rows);
}

const headingOf = (heading: string, all: number): string =>
  all > MOST_ROWS ? `${heading} (${MOST_ROWS} of ${count(all)})` : heading;

const number = (text: string): Cell => ({ number: text });
type Cell = ComponentChild | { readonly number: string };

const distance = (found: Found | null): ComponentChild =>
  found === null ? 'none' : [h('b', null, miles(found.miles)), ` ${found.center.name}, ${found.center.city}`];

const isNumber = (cell: Cell | undefined): cell is { readonly number: string } =>
  typeof cell === 'object' && cell !== null && 'number' in cell;

/** A table that scrolls sideways on a phone, with the keyboard too. The first cell of a row is its heading. */
function table(
  id: string,
  heading: string,
  names: readonly string[],
  rows: readonly (readonly Cell[])[],
): ComponentChild {
  const cells = (row: readonly Cell[]): ComponentChild[] =>
    row.map((cell, at) => {
      const [content, kind] = isNumber(cell) ? [cell.number, 'number'] : [cell, undefined];
      return at === 0 ? h('th', { scope: 'row' }, content) : h('td', { class: kind }, content);
    });
  return h('section', { class: 'table' }, [
    h('h2', { id: `${id}-heading` }, heading),
    rows.length === 0
      ? h('p', null, 'Nowhere, for this choice.')
      : h('div', { class: 'scrolls', role: 'region', tabIndex: 0, 'aria-labelledby': `${id}-heading` }, [
          h('table', { id }, [
            h(
              'thead',
              null,
              h(
                'tr',
                null,
                names.map((name, at) =>
                  h('th', { scope: 'col', class: rows.every((row) => isNumber(row[at])) ? 'number' : undefined }, name),
                ),
              ),
            ),
            h(
              'tbody',
              null,
              rows.map((row) => h('tr', null, cells(row))),
            ),
          ]),
        ]),
  ]);
}
