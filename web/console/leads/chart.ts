import { h, type JSX } from 'preact';
import { leadsWords as w } from '../../words/leads.ts';

export interface Line {
  readonly name: string;
  /** CSS class that gives the line its color. */
  readonly kind: 'first' | 'second';
  readonly values: readonly number[];
}

const [WIDTH, HEIGHT] = [560, 230];
/** Smallest range of the vertical axis, so that a nearly flat line looks flat. */
const LEAST_SPAN = 10;
const edge = { left: 78, right: 20, top: 14, bottom: 30 };

/**
 * Picks at most seven round ticks, in steps of 1, 2 or 5, that cover all values. The axis starts above zero if all
 * values are large; from zero, the first thousand confirmations would move the line by less than its own width.
 */
export function ticksFor(values: readonly number[]): readonly number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(most - least, LEAST_SPAN);
  const from = least > span * 4 ? least - span / 4 : 0;
  const to = from > 0 ? Math.max(most, from + span) : most;
  const rough = Math.max(1, to - from) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough);
  const [first, last] = [Math.floor(from / step), Math.max(Math.floor(from / step) + 1, Math.ceil(to / step))];
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
}

/** Functions that convert days and counts to positions in the chart. Days without a count take up space too. */
export function scales(days: readonly string[], ticks: readonly number[]) {
  const times = days.map((day) => Date.parse(day));
  const [first = 0, last = first] = [times[0], times.at(-1)];
  const [bottom = 0, top = bottom + 1] = [ticks[0], ticks.at(-1)];
  const [width, height] = [WIDTH - edge.left - edge.right, HEIGHT - edge.top - edge.bottom];
  return {
    x: (day: string) => edge.left + (last === first ? 0 : ((Date.parse(day) - first) / (last - first)) * width),
    y: (count: number) => edge.top + height - ((count - bottom) / (top - bottom)) * height,
  };
}

/**
 * Draws one line over days, with its name above it. Screen readers get one sentence instead; a table has the numbers.
 */
export function chart(days: readonly string[], { name, kind, values }: Line, sentence: string): JSX.Element {
  const ticks = ticksFor(values);
  const { x, y } = scales(days, ticks);
  const [first = '', last = first] = [days[0], days.at(-1)];
  const [bottom = 0] = ticks;
  return h(
    'figure',
    { class: `leads-chart line-${kind}` },
    h(
      'figcaption',
      null,
      h('b', null, name),
      bottom === 0 ? null : h('span', { class: 'soft' }, ` ${w.progress.axis(bottom)}`),
    ),
    h(
      'svg',
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': sentence },
      ...ticks.map((tick) =>
        h(
          'g',
          { key: tick },
          h('line', { class: 'grid', x1: edge.left, x2: WIDTH - edge.right, y1: y(tick), y2: y(tick) }),
          h('text', { class: 'tick', x: edge.left - 10, y: y(tick) + 4, 'text-anchor': 'end' }, w.number(tick)),
        ),
      ),
      h('text', { class: 'tick', x: edge.left, y: HEIGHT - 8 }, w.utcDay(first)),
      h('text', { class: 'tick', x: WIDTH - edge.right, y: HEIGHT - 8, 'text-anchor': 'end' }, w.utcDay(last)),
      h('polyline', {
        class: 'path',
        points: days.map((day, index) => `${x(day)},${y(values[index] ?? 0)}`).join(' '),
      }),
      h('circle', { cx: x(last), cy: y(values.at(-1) ?? 0), r: 4.5 }),
    ),
  );
}
