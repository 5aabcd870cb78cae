import { h, type JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { displayPhone } from '../../../functions/domain/contact.ts';
import { ProblemError } from '../../client/problem-error.ts';
import type { PrivateFields } from '../../client/types.ts';
import { leadsWords as w } from '../../words/leads.ts';
import { readPhone } from './correctable.ts';
import type { Desk } from './props.ts';

interface PrivateProps {
  readonly desk: Desk;
  readonly id: string;
  readonly fields: PrivateFields;
  readonly again: () => void;
}

function draftOf({ facilityCode, directIntakeLine: line, warmTransferNote, internalNotes }: PrivateFields) {
  return {
    code: facilityCode ?? '',
    line: line === null ? '' : displayPhone({ number: line.number, extension: null }),
    extension: line?.extension ?? '',
    transfer: warmTransferNote ?? '',
    notes: internalNotes ?? '',
  };
}

/** Editors' form for a center's private fields. They are kept in memory only and are gone when the page closes. */
export function PrivateForm({ desk, id, fields, again }: PrivateProps): JSX.Element {
  const [draft, set] = useState(draftOf(fields));
  // If somebody else saved first, the form shows their version in place of the draft.
  useEffect(() => set(draftOf(fields)), [fields.version]);
  const [said, say] = useState<{ readonly kind: 'done' | 'fault'; readonly text: string } | null>(null);
  const number = draft.line.trim() === '' ? null : readPhone(draft.line.trim());
  const faults = {
    line: draft.line.trim() !== '' && number === null ? w.corrections.phone : null,
    extension: /^\d{0,8}$/.test(draft.extension.trim()) ? null : w.corrections.digits,
  };
  const textOrNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const save = async (event: Event) => {
    event.preventDefault();
    if (faults.line !== null || faults.extension !== null) return;
    try {
      await desk.watch(() =>
        desk.calls.writePrivate(id, fields.version, {
          facilityCode: textOrNull(draft.code),
          directIntakeLine: number === null ? null : { number, extension: textOrNull(draft.extension) },
          warmTransferNote: textOrNull(draft.transfer),
          internalNotes: textOrNull(draft.notes),
        }),
      );
      say({ kind: 'done', text: w.private.saved });
    } catch (error) {
      const isSecond = error instanceof ProblemError && error.status === 412;
      say({
        kind: 'fault',
        text: isSecond ? w.private.changed : error instanceof Error ? error.message : String(error),
      });
    }
    again();
  };
  const field = (name: keyof typeof draft, label: string, most: number, fault: string | null = null) =>
    h(
      'div',
      { class: `leads-field private-${name}` },
      h('label', { htmlFor: `private-${name}` }, label),
      h(name === 'transfer' || name === 'notes' ? 'textarea' : 'input', {
        ...{
          id: `private-${name}`,
          value: draft[name],
          maxLength: most,
          autocomplete: 'off',
          spellcheck: name === 'transfer' || name === 'notes',
        },
        ...(name === 'transfer' || name === 'notes' ? { rows: 3 } : { type: name === 'line' ? 'tel' : 'text' }),
        'aria-invalid': fault !== null,
        ...(fault === null ? {} : { 'aria-describedby': `private-${name}-fault` }),
        onInput: (event: Event) => set((before) => ({ ...before, [name]: (event.target as HTMLInputElement).value })),
      }),
      fault === null ? null : h('p', { id: `private-${name}-fault`, class: 'leads-fault' }, fault),
    );
  return h(
    'form',
    {
      class: 'leads-card leads-form leads-private',
      onSubmit: (event: Event) => void save(event),
      'aria-labelledby': 'private-title',
    },
    h('h3', { id: 'private-title' }, w.private.title),
    h('p', { class: 'soft' }, w.private.hint),
    field('code', w.private.code, 40),
    field('line', w.private.line, 40, faults.line),
    field('extension', w.private.extension, 8, faults.extension),
    field('transfer', w.private.transfer, 2_000),
    field('notes', w.private.notes, 5_000),
    h('button', { type: 'submit', class: 'do solid' }, w.private.save),
    fields.at === null ? null : h('p', { class: 'soft' }, w.private.last(w.by(fields.by), w.moment(fields.at))),
    h('p', { role: 'status', class: said === null ? 'leads-said empty' : `leads-said ${said.kind}` }, said?.text ?? ''),
  );
}
