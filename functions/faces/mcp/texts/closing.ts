import type { Head } from '../../../dataset/head.ts';
import { help } from '../../../http/help.ts';
import { datasetAnswer } from '../../v1/shapes/center.ts';

/** Helplines as a model may repeat them, word for word. */
export const helplines =
  `In a crisis: ${help.crisis} (988 Suicide & Crisis Lifeline). ` +
  `Treatment referral: ${help.treatment} (SAMHSA National Helpline). Emergency: ${help.emergency}.`;

/** What every answer ends with as facts: how old the data is, whom to call, and what to confirm. */
export function closingFacts(head: Head) {
  return { dataset: datasetAnswer(head), help };
}

/** The same in words. */
export function closingText({ version, publishedAt }: Pick<Head, 'version' | 'publishedAt'>): string {
  return [
    `Data: dataset ${version}, published ${publishedAt}. Each center's source carries its own date; a listing says what was true then.`,
    help.notice,
    helplines,
  ].join('\n');
}
