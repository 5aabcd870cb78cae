import { h, type JSX } from 'preact';
import { consoleWords as w } from '../../words/console.ts';
import type { Opened } from '../engine/found.ts';
import { questionsNow } from '../keys/commands.ts';
import { questionKeys } from '../state/questions.ts';
import { offlineSince } from '../state/state.ts';
import { levelsOf, ownOf, type Target, targetOf } from '../state/target.ts';
import { button, keys } from './controls.ts';
import type { Props } from './props.ts';
import { sign } from './rows.ts';
import { factText, intakeLong, intakeOf, sureOf } from './telling.ts';

/** Shows the level that the call is about: how certain it is, what the team recorded, and the keys that record. */
export function recording(props: Props, opened: Opened): JSX.Element {
  const { state, now } = props;
  const target = targetOf(state);
  if (target === null) return h('section', { class: 'level' }, h('p', { class: 'fine' }, w.pane.noLevel));
  const { level, listed, seen } = target;
  const own = ownOf(state.own, opened.center.id, target.offering);
  const sure = sureOf(opened.center, listed, { own, seen, now });
  const isOffline = offlineSince(state) !== null;
  return h(
    'section',
    { class: 'level', 'aria-label': w.pane.here(w.levelName(level)) },
    h(
      'div',
      { class: 'level-head' },
      h('h3', null, w.pane.here(w.levelName(level))),
      h('p', { class: `sure ${sure.state}` }, sign(sure.state), h('span', null, sure.text)),
    ),
    levels(props, target),
    noted(props, target, own),
    isOffline ? h('p', { class: 'fine' }, h('b', null, w.pane.waits)) : null,
    h(
      'div',
      { class: 'four' },
      button(props, { name: 'confirm', pressed: sure.state === 'confirmed' }),
      button(props, { name: 'deny', pressed: sure.state === 'denied' }),
      button(props, { name: 'full' }),
      button(props, { name: 'undo' }),
      button(props, { name: 'closed' }),
      button(props, { name: 'taking' }),
    ),
    questions(props),
  );
}

/** Shows the center's levels, and which of them the recording keys are about. */
function levels({ state, send }: Props, { level }: Target): JSX.Element | null {
  const all = levelsOf(state);
  if (all.length < 2) return null;
  return h(
    'div',
    { class: 'levels', role: 'group', 'aria-label': w.pane.otherLevel },
    ...all.map((one) =>
      h(
        'button',
        {
          type: 'button',
          'aria-pressed': one === level,
          title: w.levelNames[one],
          onClick: () => send({ type: 'level', level: one }),
        },
        w.codes[one] ?? one,
      ),
    ),
  );
}

/** Lists what people recorded about the offering: its openings and other facts, but not the level. */
function noted({ now }: Props, { listed, seen }: Target, own: ReturnType<typeof ownOf>): JSX.Element | null {
  const intake = intakeOf(listed, own, seen, now);
  const others = Object.entries({ ...seen?.facts, ...own }).filter(([key]) => key !== 'level' && key !== 'intake');
  if (intake.state === 'unknown' && others.length === 0) return null;
  const text = intakeLong(intake, now);
  return h(
    'p',
    { class: 'fine' },
    intake.state === 'unknown'
      ? null
      : [h('span', { class: intake.state }, `${text.charAt(0).toUpperCase()}${text.slice(1)}.`), ' '],
    intake.state === 'unknown' || intake.at === null
      ? null
      : `${w.pane.noted(intake.by, w.moment(Date.parse(intake.at), now))} `,
    others.length === 0
      ? null
      : `${w.pane.recorded} ${others.map(([key, { value }]) => factText(key, value, now)).join(', ')}.`,
  );
}

/** Lists what the caller needs and the listing does not say, each question with its keys. */
function questions(props: Props): JSX.Element | null {
  const asked = questionsNow(props.state);
  if (asked.length === 0) return null;
  const { send, state, clock } = props;
  return h(
    'div',
    { class: 'asks' },
    h('h4', null, w.pane.ask),
    h(
      'ul',
      { role: 'list' },
      ...asked.map(({ key, field, value, says }, at) => {
        const name = w.valueName(field, value);
        const answer = (said: 'yes' | 'no') =>
          h(
            'button',
            {
              type: 'button',
              class: 'do',
              'aria-label': `${name}: ${w.pane[said]}`,
              onClick: () => send({ type: 'answer', key, value: said, at: clock() }),
            },
            state.settings.singleKeys ? questionKey(at, said) : null,
            h('span', null, w.pane[said]),
          );
        return h(
          'li',
          { key },
          h(
            'span',
            { class: 'asked' },
            w.pane.question(name),
            says === 'no' ? h('span', { class: 'soft' }, ` ${w.pane.saysNo}`) : null,
          ),
          answer('yes'),
          answer('no'),
        );
      }),
    ),
  );
}

const questionKey = (at: number, said: 'yes' | 'no') =>
  keys(said === 'yes' ? (questionKeys[at] ?? null) : `Shift ${questionKeys[at] ?? ''}`);
