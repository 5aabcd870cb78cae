import { h, type JSX } from 'preact';
import { centerPage } from '../locator/parts/center-page.ts';
import { distanceText } from '../locator/parts/telling.ts';
import type { Center, Offering } from '../locator/read/answer.ts';
import type { Words } from '../words/en.ts';
import type { PagesWords } from '../words/pages/en.ts';
import { panel } from './panel.ts';

/** Levels from the least care to the most. Detox and sober living are not in this order. */
export const stepOrder: readonly string[] = ['aftercare', 'op', 'iop', 'php', 'residential', 'inpatient'];

interface Nearest {
  readonly level: string;
  readonly center: Pick<Center, 'id' | 'name'>;
  readonly distance?: { readonly miles?: number; readonly approximate?: boolean };
}

/** The next level up and down from each level of a center, as in the answer of `/v1/centers/{id}/continuum`. */
export interface Steps {
  readonly steps: readonly {
    readonly level: string;
    readonly stepUp: Nearest | null;
    readonly stepDown: Nearest | null;
  }[];
}

/**
 * A row of houses from aftercare to hospital: lit if the center lists the level, with the nearest other center for a
 * step up and down. Null if it lists no level of the row.
 */
export function continuum(
  words: Words,
  pages: PagesWords,
  center: Pick<Center, 'id' | 'unknownLevels'>,
  offerings: readonly Offering[],
  { steps }: Steps,
): JSX.Element | null {
  if (steps.length === 0) return null;
  const { support: w } = pages.center;
  const listed = new Set(offerings.map(({ level }) => level));
  const nearest = new Map(
    steps.flatMap(({ stepUp, stepDown }) =>
      [stepUp, stepDown].flatMap((step) =>
        step === null || step.center.id === center.id ? [] : [[step.level, step] as const],
      ),
    ),
  );
  const unknown = new Set(center.unknownLevels ?? []);
  const items = stepOrder.map((level, at) => {
    const state = listed.has(level) ? 'here' : unknown.has(level) ? 'ask' : 'dark';
    return h(
      'li',
      { key: level, class: state },
      house(at, state),
      h('b', null, words.levels.tag[level] ?? level),
      h('span', null, state === 'here' ? w.here : state === 'ask' ? w.ask : w.notHere, ...other(nearest.get(level))),
    );
  });
  return panel(
    'support',
    w.title,
    h('p', { class: 'hint' }, w.hint),
    h('ol', { class: 'houses', role: 'list' }, ...items),
  );

  function other(step: Nearest | undefined): (JSX.Element | string)[] {
    if (step === undefined) return [];
    const { miles, approximate = false } = step.distance ?? {};
    const far = miles === undefined ? '' : `, ${distanceText(words, 'mi', miles, approximate)}`;
    return [` ${w.nearest} `, h('a', { href: centerPage('', words.code, step.center.id) }, step.center.name), far];
  }
}

/** Draws the house of a level. It is taller for more care; its window is lit, dark, or a question mark. */
function house(at: number, state: string): JSX.Element {
  const top = 34 - at * 5;
  return h(
    'svg',
    { viewBox: '0 0 56 64', 'aria-hidden': 'true', focusable: 'false' },
    h('path', { class: 'walls', d: `M6 64V${top + 14}L28 ${top}l22 14V64` }),
    state === 'ask'
      ? h('text', { x: 28, y: 52, 'text-anchor': 'middle' }, '?')
      : h('path', { class: 'window', d: 'M17 42h9v10h-9zM30 42h9v10h-9z' }),
  );
}
