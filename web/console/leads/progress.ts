import { h, type JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ProgressAnswer, ProgressDaysAnswer } from '../../client/types.ts';
import { leadsWords as w } from '../../words/leads.ts';
import { notice, useAnswer } from './answer.ts';
import { chart, type Line } from './chart.ts';
import type { LeadsProps } from './props.ts';
import { choice } from './select.ts';

type StateRow = Omit<ProgressAnswer['states'][number], 'code'> & { readonly code: string };
const counts = ['centers', 'offerings', 'confirmed', 'stale', 'denied', 'unconfirmed', 'unknownLevels'] as const;
const RANGES = [7, 30, 90, 365];

/** Shows how many offerings are still unknown, over time and by state. */
export function Progress({ desk }: LeadsProps): JSX.Element {
  const [state, setState] = useState('');
  const [range, setRange] = useState(30);
  const now = useAnswer(desk, 'progress', (signal) => desk.calls.progress(signal));
  const days = useAnswer(desk, `days ${range}`, (signal) => desk.calls.progressDays(range, signal));
  const states: readonly StateRow[] = now.answer?.states.filter(({ centers }) => centers > 0) ?? [];
  const all = sumOf(states);
  return h(
    'section',
    { class: 'leads progress', 'aria-labelledby': 'progress-title' },
    h(
      'div',
      { class: 'leads-head' },
      h('h1', { id: 'progress-title' }, w.progress.title),
      h(
        'p',
        { class: 'leads-intro' },
        now.answer === null
          ? w.progress.intro
          : `${w.progress.intro} ${w.progress.total(all.offerings - all.unconfirmed, all.offerings)}`,
      ),
    ),
    notice(desk, now),
    now.answer === null
      ? null
      : h(
          'div',
          { class: 'leads-card' },
          h(
            'div',
            { class: 'leads-card-head' },
            h('div', null, h('h2', null, w.progress.overTime), h('p', { class: 'soft' }, w.progress.overTimeHow)),
            h(
              'div',
              { class: 'leads-filters' },
              choice('progress-state', w.progress.state, state, setState, [
                ['', w.progress.everyState],
                ...states.map(({ code, name }) => [code, name] as const),
              ]),
              choice(
                'progress-range',
                w.progress.range,
                String(range),
                (value) => setRange(Number(value)),
                RANGES.map((one) => [String(one), w.progress.days(one)] as const),
              ),
            ),
          ),
          days.answer === null ? notice(desk, days) : overTime(pointsOf(days.answer, state)),
        ),
    now.answer === null
      ? null
      : h('div', { class: 'leads-card' }, h('h2', { id: 'by-state' }, w.progress.byState), byState(states, all)),
  );
}

export interface Point {
  readonly day: string;
  readonly unknown: number;
  readonly confirmed: number;
}

/**
 * The points of one line of the chart.
 * @param state Postal code; empty for all states together.
 */
export function pointsOf({ days }: Pick<ProgressDaysAnswer, 'days'>, state: string): readonly Point[] {
  return days.map(({ day, states }) => {
    const chosen = states.filter(({ code }) => state === '' || code === state);
    const sum = (name: 'unknown' | 'confirmed') => chosen.reduce((total, one) => total + one[name], 0);
    return { day, unknown: sum('unknown'), confirmed: sum('confirmed') };
  });
}

function overTime(points: readonly Point[]): JSX.Element {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || first === last)
    return h('p', { class: 'leads-note' }, w.progress.noHistory);
  const { series, columns } = w.progress;
  const [from, to] = [w.utcDay(first.day), w.utcDay(last.day)];
  const days = points.map(({ day }) => day);
  const line = (name: keyof typeof series, kind: Line['kind']) =>
    chart(
      days,
      { name: series[name], kind, values: points.map((point) => point[name]) },
      w.progress.sentence(series[name], first[name], from, last[name], to),
    );
  return h(
    'div',
    null,
    h('p', { class: 'leads-change' }, w.progress.change(first.unknown - last.unknown, from)),
    h('div', { class: 'leads-charts' }, line('unknown', 'first'), line('confirmed', 'second')),
    h(
      'details',
      { class: 'leads-numbers' },
      h('summary', null, w.progress.numbers),
      h(
        'table',
        { class: 'leads-table narrow' },
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            ...[columns.day, series.unknown, series.confirmed].map((text, at) =>
              h('th', { scope: 'col', class: at === 0 ? '' : 'amount' }, text),
            ),
          ),
        ),
        h(
          'tbody',
          null,
          ...points
            .toReversed()
            .map(({ day, unknown, confirmed }) =>
              h(
                'tr',
                { key: day },
                h('th', { scope: 'row' }, w.utcDay(day)),
                h('td', { class: 'amount' }, w.number(unknown)),
                h('td', { class: 'amount' }, w.number(confirmed)),
              ),
            ),
        ),
      ),
    ),
  );
}

function sumOf(states: readonly StateRow[]): StateRow {
  const total = (name: (typeof counts)[number]) => states.reduce((sum, one) => sum + one[name], 0);
  return {
    code: '',
    name: w.progress.all,
    ...(Object.fromEntries(counts.map((name) => [name, total(name)])) as Pick<StateRow, (typeof counts)[number]>),
  };
}

function byState(states: readonly StateRow[], all: StateRow): JSX.Element {
  const { columns } = w.progress;
  return h(
    'div',
    { class: 'leads-scroll', tabIndex: 0, role: 'region', 'aria-labelledby': 'by-state' },
    h(
      'table',
      { class: 'leads-table' },
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          h('th', { scope: 'col' }, columns.state),
          h('th', { scope: 'col' }, columns.share),
          ...counts.map((name) => h('th', { scope: 'col', class: 'amount', key: name }, columns[name])),
        ),
      ),
      h('tbody', null, ...states.map(row)),
      h('tfoot', null, row(all)),
    ),
  );
}

function row(one: StateRow): JSX.Element {
  const { offerings, unconfirmed } = one;
  const answered = offerings - unconfirmed;
  return h(
    'tr',
    { key: one.code },
    h('th', { scope: 'row' }, one.name),
    h(
      'td',
      { class: 'share' },
      h('meter', { min: 0, max: Math.max(1, offerings), value: answered, 'aria-hidden': 'true' }),
      h('span', null, w.progress.percent(answered, offerings)),
    ),
    ...counts.map((name) => h('td', { class: 'amount', key: name }, w.number(one[name]))),
  );
}
