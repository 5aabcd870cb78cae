import { type ComponentChild, h, type JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CorrectionPreview } from '../../client/types.ts';
import { leadsWords as w } from '../../words/leads.ts';
import type { CorrectionsToWrite } from '../team/calls.ts';
import { changesBetween, type Part } from './changes.ts';
import { faultText } from './fault-text.ts';
import type { Desk } from './props.ts';

const SETTLE_MS = 350;

interface Previewed {
  readonly preview: CorrectionPreview | null;
  readonly fault: string | null;
}

/** Requests a preview once the editor stops typing. */
export function usePreview(
  desk: Desk,
  id: string,
  set: CorrectionsToWrite['set'][number] | null,
  version: number,
): Previewed {
  const [got, show] = useState<Previewed>({ preview: null, fault: null });
  const key = JSON.stringify([set, version]);
  useEffect(() => {
    show({ preview: null, fault: null });
    if (set === null) return;
    const controller = new AbortController();
    const body = { set: [set], clear: [], reason: w.corrections.preview };
    const timer = setTimeout(() => {
      desk
        .watch(() => desk.calls.preview(id, body, controller.signal))
        .then(
          (preview) => show({ preview, fault: null }),
          (error: unknown) => {
            if (!controller.signal.aborted) show({ preview: null, fault: faultText(error) });
          },
        );
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [key]);
  return got;
}

export function PreviewView({ preview, fault }: Previewed): JSX.Element {
  return h(
    'div',
    { class: 'leads-preview', role: 'region', 'aria-labelledby': 'preview-title' },
    h('h3', { id: 'preview-title' }, w.corrections.preview),
    h('div', { 'aria-live': 'polite' }, previewBody(preview, fault)),
  );
}

function previewBody(preview: CorrectionPreview | null, fault: string | null): ComponentChild {
  if (fault !== null) return h('p', { class: 'leads-fault' }, fault);
  if (preview === null) return h('p', { class: 'soft' }, w.loading);
  if (preview.after === null) return h('p', { class: 'leads-fault' }, w.corrections.closes);
  if (preview.before === null) return h('p', null, w.corrections.opens);
  const changes = changesBetween(preview);
  if (changes.length === 0) return h('p', null, w.corrections.same);
  return h(
    'table',
    { class: 'leads-table' },
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        h('td', null),
        h('th', { scope: 'col' }, w.corrections.before),
        h('th', { scope: 'col' }, w.corrections.after),
      ),
    ),
    h(
      'tbody',
      null,
      ...changes.map(({ of, what, before, after }) =>
        h(
          'tr',
          { key: `${of} ${what}` },
          h('th', { scope: 'row' }, of === null ? what : `${of}: ${what}`),
          h('td', { class: 'was' }, ...before.map(part)),
          h('td', { class: 'will' }, ...after.map(part)),
        ),
      ),
    ),
  );
}

const part = ({ text, differs }: Part) => h('span', { class: differs ? 'part differs' : 'part' }, text);
