import { h, type JSX } from 'preact';
import { leadsWords as w } from '../../words/leads.ts';

export interface Line {
  readonly name: string;
  /** Class of its stroke. */
  readonly kind: 'first' | 'second';
  readonly values: readonly number[];
}

const [WIDTH, HEIGHT] = [720, 260];
const edge = { left: 64, right: 150, top: 16, bottom: 34 };

/** Steps of 1, 2 or 5 from zero to at least `most`: at most six. */
export function ticksTo(most: number): readonly number[] {
  const rough = Math.max(1, most) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough);
  return Array.from({ length: Math.ceil(Math.max(1, most) / step) + 1 }, (_, at) => at * step);
}

/** Where days and counts are drawn. Days are spaced by the calendar, whatever days have a count. */
export function scales(days: readonly string[], most: number) {
  const times = days.map((day) => Date.parse(day));
  const [first = 0, last = first] = [times[0], times.at(-1)];
  const top = ticksTo(most).at(-1) ?? 1;
  const [width, height] = [WIDTH - edge.left - edge.right, HEIGHT - edge.top - edge.bottom];
  return {
    x: (day: string) => edge.left + (last === first ? 0 : ((Date.parse(day) - first) / (last - first)) * width),
    y: (count: number) => edge.top + height - (count / top) * height,
  };
}

/**
 * Lines over days, from zero, so that half as much is half as high. The numbers are in a table below: the picture has one
 * sentence for who does not see it.
 */
export function chart(days: readonly string[], lines: readonly Line[], sentence: string): JSX.Element {
  const most = Math.max(1, ...lines.flatMap(({ values }) => values));
  const { x, y } = scales(days, most);
  const [first = '', last = first] = [days[0], days.at(-1)];
  const ends = apart(lines.map(({ values }) => y(values.at(-1) ?? 0)));
  return h(
    'svg',
    { class: 'leads-chart', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': sentence },
    ...ticksTo(most).map((tick) =>
      h(
        'g',
        { key: tick },
        h('line', { class: 'grid', x1: edge.left, x2: WIDTH - edge.right, y1: y(tick), y2: y(tick) }),
        h('text', { class: 'tick', x: edge.left - 10, y: y(tick) + 4, 'text-anchor': 'end' }, w.number(tick)),
      ),
    ),
    h('text', { class: 'tick', x: edge.left, y: HEIGHT - 10 }, w.day(first)),
    h('text', { class: 'tick', x: WIDTH - edge.right, y: HEIGHT - 10, 'text-anchor': 'end' }, w.day(last)),
    ...lines.map(({ name, kind, values }, at) =>
      h(
        'g',
        { key: name, class: `line-${kind}` },
        h('polyline', {
          class: 'path',
          points: days.map((day, index) => `${x(day)},${y(values[index] ?? 0)}`).join(' '),
        }),
        h('circle', { cx: x(last), cy: y(values.at(-1) ?? 0), r: 4 }),
        h('text', { class: 'name', x: WIDTH - edge.right + 12, y: (ends[at] ?? 0) + 4 }, name),
      ),
    ),
  );
}

/** Moves labels that would overlap apart, in their order from top to bottom. */
export function apart(heights: readonly number[], least = 18): readonly number[] {
  const order = heights.map((_, at) => at).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const placed = [...heights];
  for (const [rank, at] of order.entries()) {
    const above = rank === 0 ? Number.NEGATIVE_INFINITY : (placed[order[rank - 1] ?? 0] ?? 0);
    placed[at] = Math.max(placed[at] ?? 0, above + least);
  }
  return placed;
}
