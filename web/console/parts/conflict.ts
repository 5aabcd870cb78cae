import { h, type JSX } from 'preact';
import { consoleWords as w } from '../../words/console.ts';
import type { Conflict } from '../ports.ts';
import { namesOf } from '../state/recording.ts';
import type { Props } from './props.ts';
import { factText } from './telling.ts';

/**
 * Shows each conflict about the open center: what this agent and the other person recorded, with buttons to keep one of
 * them.
 */
export function conflicts(props: Props): JSX.Element[] {
  const { state } = props;
  return state.team.conflicts.filter(({ mine }) => mine.center === state.chosen).map((one) => conflict(props, one));
}

const pairOf = <Fact>(key: string, fact: Fact | undefined): [string, Fact][] =>
  fact === undefined ? [] : [[key, fact]];

function conflict({ state, send, now }: Props, { id, mine, theirs }: Conflict): JSX.Element {
  const { level } = namesOf(state, mine);
  // First the facts of this act as the other person recorded them, then the three latest of the other person's
  // remaining facts: one of all these is what this agent had not seen.
  const others = Object.entries(theirs.facts)
    .filter(([key]) => !(key in mine.facts))
    .toSorted(([, a], [, b]) => (a.at < b.at ? 1 : -1))
    .slice(0, 3);
  const rows = [...Object.keys(mine.facts).flatMap((key) => pairOf(key, theirs.facts[key])), ...others];
  const when = (at: string) => w.moment(Date.parse(at), now);
  return h(
    'section',
    { key: id, class: 'conflict', role: 'alert', 'aria-label': w.conflict.title },
    h('h3', null, w.conflict.title),
    h('p', null, w.conflict.intro(w.levelName(level))),
    h(
      'dl',
      { class: 'two' },
      h(
        'div',
        null,
        h('dt', null, w.conflict.theirs),
        ...rows.map(([key, fact]) =>
          h(
            'dd',
            { key },
            h('b', null, factText(key, fact.value, now)),
            h('span', { class: 'soft' }, ` ${w.conflict.by(fact.by ?? null, when(fact.at))}`),
          ),
        ),
        rows.length === 0 ? h('dd', null, w.conflict.nothing) : null,
      ),
      h(
        'div',
        null,
        h('dt', null, w.conflict.mine),
        ...Object.entries(mine.facts).map(([key, value]) =>
          h(
            'dd',
            { key },
            h('b', null, factText(key, value, now)),
            h('span', { class: 'soft' }, ` ${w.conflict.by(w.sure.you, when(mine.pressedAt))}`),
          ),
        ),
      ),
    ),
    h(
      'div',
      { class: 'acts' },
      h(
        'button',
        { type: 'button', class: 'do', onClick: () => send({ type: 'decide', id, keep: 'theirs' }) },
        w.conflict.keepTheirs,
      ),
      h(
        'button',
        { type: 'button', class: 'do', onClick: () => send({ type: 'decide', id, keep: 'mine' }) },
        w.conflict.keepMine,
      ),
    ),
  );
}
