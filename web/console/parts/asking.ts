import { h, type JSX } from 'preact';
import { consoleWords as w } from '../../words/console.ts';
import { namesOf } from '../state/recording.ts';
import { targetOf } from '../state/target.ts';
import { keys } from './controls.ts';
import { Dialog } from './dialog.ts';
import type { Props } from './props.ts';
import { factsText } from './telling.ts';

const DAY_MS = 86_400_000;
/** No intake is planned further ahead than a year, and the API accepts no more. */
const MOST_DAYS = 365;

/** Panel that asks until when an intake is full or closed. A digit picks a usual answer, or the agent enters a day. */
export function until(props: Props, intake: 'full' | 'closed'): JSX.Element {
  const { state, send, now, clock } = props;
  const level = w.levelName(targetOf(state)?.level ?? '');
  const title = w.until[intake](level);
  const choices = [
    { days: 1, label: w.until.tomorrow },
    { days: 7, label: w.until.weeks(1) },
    { days: 14, label: w.until.weeks(2) },
    { days: 30, label: w.until.month },
  ].map((one) => ({ ...one, end: endOf(now + one.days * DAY_MS) }));
  const choose = (end: Date) => send({ type: 'intake', state: intake, until: end.toISOString(), at: clock() });
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.target as Element).matches('input')) return;
    const found = choices[Number(event.key) - 1];
    if (found === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    choose(found.end);
  };
  return h(
    Dialog,
    { label: title, class: 'small', onClose: () => send({ type: 'panel', panel: null }), onKeyDown },
    h('h2', null, title),
    h(
      'ol',
      { role: 'list', class: 'choices' },
      ...choices.map(({ label, end }, at) =>
        h(
          'li',
          null,
          h(
            'button',
            { type: 'button', class: 'do', 'data-first': at === 0, onClick: () => choose(end) },
            keys(String(at + 1)),
            h('span', null, label),
            h('span', { class: 'soft' }, w.day(end.toISOString(), now)),
          ),
        ),
      ),
    ),
    h(
      'form',
      {
        class: 'other-day',
        onSubmit: (event: Event) => {
          event.preventDefault();
          const { value } = (event.target as HTMLFormElement).elements.namedItem('day') as HTMLInputElement;
          const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
          if (value !== '') choose(endOf(new Date(year, month - 1, day).getTime()));
        },
      },
      h('label', { htmlFor: 'day' }, w.until.other),
      h('input', {
        id: 'day',
        name: 'day',
        type: 'date',
        required: true,
        min: dateOf(now + DAY_MS),
        max: dateOf(now + MOST_DAYS * DAY_MS),
      }),
      h('button', { type: 'submit', class: 'do' }, w.until.use),
    ),
    h(
      'button',
      { type: 'button', class: 'do', onClick: () => send({ type: 'panel', panel: null }) },
      keys('Esc'),
      h('span', null, w.until.close),
    ),
  );
}

/** The last minute of the chosen day, in the agent's time zone. */
function endOf(ms: number): Date {
  const day = new Date(ms);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), 23, 59, 0);
}

const dateOf = (ms: number): string => {
  const day = new Date(ms);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

/** Panel that asks for confirmation, because "Does not offer" removes a center from searches. */
export function deny({ state, send, clock }: Props): JSX.Element {
  const level = w.levelName(targetOf(state)?.level ?? '');
  const title = w.deny.title(level, state.opened?.center.name ?? '');
  const yes = () => send({ type: 'deny', at: clock() });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'd' || !state.settings.singleKeys || event.ctrlKey || event.metaKey || event.altKey)
      return;
    event.preventDefault();
    yes();
  };
  return h(
    Dialog,
    { label: title, class: 'small', onClose: () => send({ type: 'panel', panel: null }), onKeyDown },
    h('h2', null, title),
    h('p', null, w.deny.hint),
    h(
      'div',
      { class: 'acts' },
      h(
        'button',
        { type: 'button', class: 'do solid', 'data-first': true, onClick: yes },
        keys(state.settings.singleKeys ? 'D' : null),
        h('span', null, w.deny.yes(level)),
      ),
      h(
        'button',
        { type: 'button', class: 'do', onClick: () => send({ type: 'panel', panel: null }) },
        keys('Esc'),
        h('span', null, w.deny.no),
      ),
    ),
  );
}

/** Lists the key presses that are not recorded yet, in order. */
export function waiting({ state, send, now, nameOf }: Props): JSX.Element {
  const { waiting: acts } = state.team;
  const close = () => send({ type: 'panel', panel: null });
  return h(
    Dialog,
    { label: w.waiting.title, class: 'small', onClose: close },
    h('h2', null, w.waiting.title),
    acts.length === 0 ? h('p', null, w.waiting.none) : null,
    h(
      'ol',
      { class: 'acts-waiting' },
      ...acts.map((act) => {
        const { level } = namesOf(state, act);
        return h(
          'li',
          { key: act.id },
          h('b', null, `${w.levelName(level)}: ${factsText(act.facts, now)}`),
          h('span', null, ` ${nameOf(act.center)}`),
          h('span', { class: 'soft' }, ` ${w.waiting.pressed(w.moment(Date.parse(act.pressedAt), now))}`),
        );
      }),
    ),
    h(
      'button',
      { type: 'button', class: 'do', 'data-first': true, onClick: close },
      keys('Esc'),
      h('span', null, w.waiting.close),
    ),
  );
}
