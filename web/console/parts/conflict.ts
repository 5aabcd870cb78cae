import { h, type JSX } from 'preact';
import { consoleWords as w } from '../../words/console.ts';
import type { Conflict } from '../ports.ts';
import { namesOf } from '../state/recording.ts';
import type { Props } from './props.ts';
import { factText } from './telling.ts';

/** Two agents at once: both versions of what the open center's conflicts are about, and the choice. */
export function conflicts(props: Props): JSX.Element[] {
  const { state } = props;
  return state.team.conflicts
    .filter(({ mine }) => mine.center === state.chosen)
    .map((one) => conflict(props, one));
}

function conflict({ state, send, now }: Props, { id, mine, theirs }: Conflict): JSX.Element {
  const { level } = namesOf(state, mine);
  const rows = Object.entries(mine.facts).map(([key, value]) => {
    const other = theirs.facts[key];
    return { key, mine: factText(key, value, now), theirs: other };
  });
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
        ...rows.map((row) =>
          h(
            'dd',
            { key: row.key },
            row.theirs === undefined
              ? w.conflict.nothing
              : [
                  h('b', null, factText(row.key, row.theirs.value, now)),
                  h('span', { class: 'soft' }, ` ${w.conflict.by(row.theirs.by ?? null, when(row.theirs.at))}`),
                ],
          ),
        ),
      ),
      h(
        'div',
        null,
        h('dt', null, w.conflict.mine),
        ...rows.map((row) =>
          h(
            'dd',
            { key: row.key },
            h('b', null, row.mine),
            h('span', { class: 'soft' }, ` ${w.conflict.by(w.sure.you, when(mine.pressedAt))}`),
          ),
        ),
      ),
    ),
    h(
      'div',
      { class: 'acts' },
      h('button', { type: 'button', class: 'do', onClick: () => send({ type: 'decide', id, keep: 'theirs' }) }, w.conflict.keepTheirs),
      h('button', { type: 'button', class: 'do', onClick: () => send({ type: 'decide', id, keep: 'mine' }) }, w.conflict.keepMine),
    ),
  );
}
