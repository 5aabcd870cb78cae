import type { Head } from '../../../dataset/head.ts';
import { help } from '../../../http/help.ts';
import { datasetAnswer } from '../../v1/shapes/center.ts';

/** Helplines that a model may repeat word for word. */
export const helplines =
  `In a crisis: ${help.crisis} (988 Suicide & Crisis Lifeline). ` +
  `Treatment referral: ${help.treatment} (SAMHSA National Helpline). Emergency: ${help.emergency}.`;

/** Facts at the end of every answer: the age of the data, phone numbers, and what to confirm. */
export function closingFacts(head: Head) {
  return { dataset: datasetAnswer(head), help };
}

/** The same facts as {@link closingFacts}, in words. */
export function closingText({ version, publishedAt }: Pick<Head, 'version' | 'publishedAt'>): string {
  return [
    `Data: dataset ${version}, published ${publishedAt}. Each center's source carries its own date; a listing says what was true then.`,
    help.notice,
    helplines,
  ].join('\n');
}
