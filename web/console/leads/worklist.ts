import { h, type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { levels } from '../../../functions/domain/level-of-care.ts';
import { stateCodes } from '../../../functions/domain/state.ts';
import type { WorklistAnswer } from '../../client/types.ts';
import { leadsWords as w } from '../../words/leads.ts';
import { notice, useAnswer } from './answer.ts';
import type { LeadsProps } from './props.ts';
import { choice } from './select.ts';

const FIRST = 25;
const MOST = 200;

/** The list of centers to call next. Centers with the most people near an unconfirmed offering come first. */
export function Worklist({ desk, open }: LeadsProps): JSX.Element {
  const [filter, setFilter] = useState<{ state: string; level: string; limit: number }>({
    state: '',
    level: '',
    limit: FIRST,
  });
  const asked = useAnswer(desk, JSON.stringify(filter), (signal) => desk.calls.worklist(filter, signal));
  const { answer, isLoading } = asked;
  const set = (change: Partial<typeof filter>) => setFilter((before) => ({ ...before, limit: FIRST, ...change }));
  return h(
    'section',
    { class: 'leads worklist', 'aria-labelledby': 'worklist-title' },
    h(
      'div',
      { class: 'leads-head' },
      h('h1', { id: 'worklist-title' }, w.worklist.title),
      h('p', { class: 'leads-intro' }, `${w.worklist.intro} ${w.worklist.how}`),
      h(
        'div',
        { class: 'leads-filters' },
        choice('worklist-state', w.worklist.state, filter.state, (state) => set({ state }), [
          ['', w.worklist.everyState],
          ...stateCodes.map((code) => [code, w.stateName(code)] as const),
        ]),
        choice('worklist-level', w.worklist.level, filter.level, (level) => set({ level }), [
          ['', w.worklist.everyLevel],
          ...levels.codes.map((code) => [code, w.level(code)] as const),
        ]),
        answer === null
          ? null
          : h(
              'p',
              { role: 'status', class: 'leads-count' },
              `${w.worklist.open(answer.open)}. ${w.worklist.shown(answer.worklist.length, answer.open)}`,
            ),
      ),
    ),
    notice(desk, asked),
    answer === null ? null : table(answer, isLoading, open),
    answer === null || answer.worklist.length >= Math.min(answer.open, MOST)
      ? null
      : h(
          'button',
          { type: 'button', class: 'do leads-more', onClick: () => set({ limit: Math.min(MOST, filter.limit + 50) }) },
          w.worklist.more,
        ),
  );
}

function table({ worklist }: WorklistAnswer, isLoading: boolean, open: (id: string) => void): JSX.Element {
  const { columns } = w.worklist;
  if (worklist.length === 0) return h('p', { class: 'leads-note' }, w.worklist.none);
  return h(
    'table',
    { class: 'leads-table', 'aria-busy': isLoading, 'aria-labelledby': 'worklist-title' },
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        h('th', { scope: 'col', class: 'rank' }, columns.rank),
        h('th', { scope: 'col' }, columns.center),
        h('th', { scope: 'col', class: 'amount' }, columns.people),
        h('th', { scope: 'col' }, columns.ask),
        h('th', { scope: 'col' }, columns.call),
      ),
    ),
    h(
      'tbody',
      null,
      ...worklist.map(({ center, people, unconfirmed, stale, unknownLevels }, at) => {
        const [phone] = center.phones;
        return h(
          'tr',
          { key: center.id },
          h('td', { class: 'rank' }, at + 1),
          h(
            'th',
            { scope: 'row' },
            h('button', { type: 'button', class: 'leads-link', onClick: () => open(center.id) }, center.name),
            h('span', { class: 'soft' }, `${center.address.city}, ${center.address.state}`),
          ),
          h('td', { class: 'amount', title: w.number(people) }, w.worklist.people(people)),
          h('td', { class: 'ask' }, w.worklist.ask(unconfirmed, stale, unknownLevels)),
          h(
            'td',
            { class: 'call' },
            phone === undefined ? null : h('a', { href: `tel:${phone.number}` }, phone.display),
          ),
        );
      }),
    ),
  );
}
