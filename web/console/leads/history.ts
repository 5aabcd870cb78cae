import { h, type JSX } from 'preact';
import type { AgentCenterAnswer } from '../../client/types.ts';
import { leadsWords as w } from '../../words/leads.ts';
import { notice, useAnswer } from './answer.ts';
import { type HistoryLine, linesOf } from './history-lines.ts';
import type { CenterProps } from './props.ts';

/** Shows everything that people recorded about a center: who, when, what, and if it is in effect. */
export function History({ desk, id, close }: CenterProps): JSX.Element {
  const asked = useAnswer(desk, id, async (signal) => {
    const [center, history] = await Promise.all([desk.calls.center(id, signal), desk.calls.history(id, signal)]);
    return { center, history };
  });
  const { answer } = asked;
  const title = answer === null ? w.history.plainTitle : w.history.title(answer.center.center.name);
  const head = panelHead('history-title', title, close);
  if (answer === null) return h('section', { class: 'leads history' }, head, notice(desk, asked));
  const lines = linesOf(answer.history, offeringNames(answer.center));
  return h(
    'section',
    { class: 'leads history', 'aria-labelledby': 'history-title' },
    head,
    notice(desk, asked),
    lines.length === 0
      ? h('p', { class: 'leads-note' }, w.history.none)
      : h('ol', { role: 'list', class: 'leads-lines' }, ...lines.map(line)),
    answer.history.more ? h('p', { class: 'soft' }, w.history.more) : null,
  );
}

/** A panel's heading with the button that closes the panel. */
export function panelHead(id: string, title: string, close?: () => void): JSX.Element {
  return h(
    'div',
    { class: 'leads-panel-head' },
    h('h2', { id }, title),
    close === undefined
      ? null
      : h('button', { type: 'button', class: 'do', 'data-first': true, onClick: close }, w.close),
  );
}

/**
 * Returns a function that names an offering by its level. For a level that the listing does not know about, the
 * argument is the level itself.
 */
export function offeringNames({ offerings }: Pick<AgentCenterAnswer, 'offerings'>): (offering: string) => string {
  const levels = new Map(offerings.map(({ id, level }) => [id, level]));
  return (offering) => w.level(levels.get(offering) ?? offering);
}

function line({ key, kind, at, who, what, became, arrived }: HistoryLine): JSX.Element {
  return h(
    'li',
    { key, class: became ?? kind },
    h('span', { class: 'leads-tag' }, w.history.kinds[kind]),
    h('p', { class: 'what' }, what),
    h(
      'p',
      { class: 'soft' },
      `${w.by(who)}, ${at === '' ? '' : w.moment(at)}`,
      arrived === null ? null : `, ${w.history.waited(w.moment(arrived))}`,
      became === null ? null : h('span', { class: `became ${became}` }, w.history.became[became]),
    ),
  );
}
