import { type ComponentChildren, h, type JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { AgentCenterAnswer } from '../../client/types.ts';
import { leadsWords as w } from '../../words/leads.ts';
import type { CorrectionsToWrite } from '../team/calls.ts';
import { notice, useAnswer } from './answer.ts';
import { memberIn, textOf } from './changes.ts';
import { type Correctable, correctables, readGiven } from './correctable.ts';
import { PreviewView, usePreview } from './correction-preview.ts';
import { faultText } from './fault-text.ts';
import { offeringNames, panelHead } from './history.ts';
import { PrivateForm } from './private-form.ts';
import type { CenterProps, Desk } from './props.ts';
import { control } from './value-control.ts';

/** Form for a center's corrections and private fields. */
export function Corrections({ desk, id, fresh, close }: CenterProps): JSX.Element {
  const asked = useAnswer(desk, id, async (signal) => {
    const center = await desk.calls.center(id, signal);
    fresh?.(center);
    return center;
  });
  const { answer, again } = asked;
  const isEditor = desk.state.session.kind === 'in' && desk.state.session.person.groups.includes('editor');
  const head = panelHead(
    'corrections-title',
    answer === null ? w.corrections.plainTitle : w.corrections.title(answer.center.name),
    close,
  );
  if (!isEditor)
    return h('section', { class: 'leads' }, head, h('p', { class: 'leads-note' }, w.corrections.editorsOnly));
  if (answer === null) return h('section', { class: 'leads' }, head, notice(desk, asked));
  return h(
    'section',
    { class: 'leads corrections', 'aria-labelledby': 'corrections-title' },
    head,
    notice(desk, asked),
    h(CorrectionForm, { desk, id, center: answer, again }),
    h(PrivateForm, { desk, id, fields: answer.private, again }),
  );
}

interface FormProps {
  readonly desk: Desk;
  readonly id: string;
  readonly center: AgentCenterAnswer;
  readonly again: () => void;
}

interface Draft {
  readonly path: string;
  readonly text: string;
  readonly chosen: readonly string[];
  readonly reason: string;
}
const noDraft: Draft = { path: '', text: '', chosen: [], reason: '' };

function CorrectionForm(props: FormProps): JSX.Element {
  const form = useCorrection(props);
  const { list, draft, said, isSending, change, submit, takeBack } = form;
  return h(
    'div',
    { class: 'leads-card' },
    h(
      'form',
      { class: 'leads-form', onSubmit: submit },
      factChoice(list, draft.path, (path) => change({ path, ...startOf(list.find((one) => one.path === path)) })),
      form.fact === undefined ? null : valueFields(form, form.fact),
    ),
    h('p', { role: 'status', class: said === null ? 'leads-said empty' : `leads-said ${said.kind}` }, said?.text ?? ''),
    held(props.center, takeBack, isSending),
  );
}

/** A correction while it is written: what was entered, what it would change, and how it is sent. */
function useCorrection({ desk, id, center, again }: FormProps) {
  const [draft, setDraft] = useState(noDraft);
  const [said, setSaid] = useState<{ readonly kind: 'done' | 'fault'; readonly text: string } | null>(null);
  const [isSending, setSending] = useState(false);
  const list = correctables(center.center, center.offerings);
  const fact = list.find(({ path }) => path === draft.path);
  const given = fact === undefined ? null : readGiven(fact, draft.text, draft.chosen);
  const value = given !== null && 'value' in given ? given.value : undefined;
  const isNew = value !== undefined && JSON.stringify(value) !== JSON.stringify(fact?.now);
  const preview = usePreview(
    desk,
    id,
    isNew && fact !== undefined ? { path: fact.path, value } : null,
    center.corrections.version,
  );
  const write = async (body: CorrectionsToWrite, done: string) => {
    if (isSending) return;
    setSending(true);
    try {
      await desk.watch(() => desk.calls.correct(id, center.corrections.version, body));
      setDraft(noDraft);
      setSaid({ kind: 'done', text: done });
    } catch (error) {
      setSaid({ kind: 'fault', text: faultText(error) });
    }
    setSending(false);
    again();
  };
  return {
    ...{ list, draft, fact, isNew, preview, said, isSending },
    /** What is wrong with the value that was entered; null if nothing is. */
    fault: given !== null && 'fault' in given ? given.fault : null,
    change: (part: Partial<Draft>) => {
      setSaid(null);
      setDraft((before) => ({ ...before, ...part }));
    },
    submit: (event: Event) => {
      event.preventDefault();
      const reason = draft.reason.trim();
      if (!isNew || fact === undefined || reason === '') return;
      void write({ set: [{ path: fact.path, value }], clear: [], reason }, w.corrections.done);
    },
    takeBack: (path: string, name: string) =>
      void write({ set: [], clear: [path], reason: w.corrections.takeBackReason(name) }, w.corrections.takenBack),
  };
}

/** The fact's value now, its new value, the reason, what searches would change, and the button that sends it. */
function valueFields(
  { draft, isNew, preview, isSending, fault, change }: ReturnType<typeof useCorrection>,
  fact: Correctable,
): ComponentChildren {
  return [
    h(
      'p',
      { key: 'now', class: 'leads-now' },
      h('span', { class: 'soft' }, w.corrections.now),
      ' ',
      h('b', null, textOf(memberIn(fact.path), fact.now)),
    ),
    control(fact, draft, fault, change),
    h(
      'div',
      { key: 'reason', class: 'leads-field wide' },
      h('label', { htmlFor: 'correction-reason' }, w.corrections.reason),
      h('input', {
        ...{
          id: 'correction-reason',
          type: 'text',
          maxLength: 300,
          required: true,
          autocomplete: 'off',
          value: draft.reason,
        },
        'aria-describedby': 'correction-reason-hint',
        onInput: (event: Event) => change({ reason: (event.target as HTMLInputElement).value }),
      }),
      h('p', { id: 'correction-reason-hint', class: 'soft' }, w.corrections.reasonHint),
    ),
    isNew ? h(PreviewView, { key: 'preview', ...preview }) : null,
    h(
      'button',
      {
        key: 'send',
        type: 'submit',
        class: 'do solid',
        disabled: !isNew || isSending || preview.fault !== null || draft.reason.trim() === '',
      },
      w.corrections.correct,
    ),
  ];
}

/** What the form shows at first: the fact's current value. */
function startOf(fact: Correctable | undefined): Pick<Draft, 'text' | 'chosen'> {
  if (fact === undefined) return noDraft;
  const { control: kind, now } = fact;
  if (kind.kind === 'many')
    return { text: '', chosen: Array.isArray(now) ? now.map((one) => JSON.stringify(one)) : [] };
  if (kind.kind === 'one') return { text: JSON.stringify(now ?? null), chosen: [] };
  return { text: kind.form === 'phone' ? textOf('number', now) : typeof now === 'string' ? now : '', chosen: [] };
}

function factChoice(list: readonly Correctable[], path: string, choose: (path: string) => void): JSX.Element {
  const groups = Map.groupBy(
    list,
    ({ path: one, group }) => `${one.startsWith('offerings.') ? one.split('.')[1] : ''} ${group}`,
  );
  return h(
    'div',
    { class: 'leads-field wide' },
    h('label', { htmlFor: 'correction-fact' }, w.corrections.what),
    h(
      'select',
      {
        id: 'correction-fact',
        value: path,
        onChange: (event: Event) => choose((event.target as HTMLSelectElement).value),
      },
      h('option', { value: '' }, w.corrections.choose),
      ...[...groups].map(([key, facts]) =>
        h(
          'optgroup',
          { key, label: facts[0]?.group ?? '' },
          ...facts.map((one) => h('option', { key: one.path, value: one.path }, one.label)),
        ),
      ),
    ),
  );
}

/** Lists the corrections in effect, each with a button that removes it. */
function held(
  center: AgentCenterAnswer,
  takeBack: (path: string, name: string) => void,
  isSending: boolean,
): JSX.Element {
  const { corrections } = center.corrections;
  const nameOf = offeringNames(center);
  return h(
    'div',
    { class: 'leads-held' },
    h('h3', null, w.corrections.held),
    corrections.length === 0 ? h('p', { class: 'soft' }, w.corrections.none) : null,
    h(
      'ul',
      { role: 'list' },
      ...corrections.map(({ path, value, was }) => {
        const name = w.pathName(path, nameOf);
        return h(
          'li',
          { key: path },
          h(
            'p',
            null,
            h('b', null, name),
            ': ',
            textOf(memberIn(path), value),
            h('span', { class: 'soft' }, ` ${w.corrections.was(textOf(memberIn(path), was))}`),
          ),
          h(
            'button',
            {
              type: 'button',
              class: 'do',
              disabled: isSending,
              'aria-label': w.corrections.takeBackWhat(name),
              onClick: () => takeBack(path, name),
            },
            w.corrections.takeBack,
          ),
        );
      }),
    ),
  );
}
