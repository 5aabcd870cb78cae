import { h, type JSX } from 'preact';
import type { Words } from '../../words/en.ts';
import { reportHref } from '../read/report.ts';

/** A link "Report a wrong fact" about a center; null if nobody takes reports. */
export function reportLink(
  words: Words,
  contact: string | null,
  center: { readonly id: string; readonly name: string },
): JSX.Element | null {
  const href = reportHref(contact, center);
  return href === null ? null : h('a', { class: 'report', href, rel: 'noreferrer' }, words.opened.report);
}
