import { nearestMilesOf, outsideText } from '../../../http/coverage.ts';
import type { SearchAnswer } from '../../v1/search-answer.ts';
import { centerText } from './center-text.ts';
import { closingText } from './closing.ts';

/** A search's answer in words, in the order of its results. */
export function searchText(answer: SearchAnswer): string {
  const { results, next, dataset } = answer;
  const parts = [
    ...coverageText(answer),
    headText(answer),
    ...results.map((result, index) => `${index + 1}. ${centerText(result)}`),
    ...unknownText(answer),
    ...alternativesText(answer.alternatives ?? []),
    ...(next === null ? [] : [`More follow: call again with the same arguments and cursor "${next}".`]),
    closingText(dataset),
  ];
  return parts.join('\n\n');
}

/**
 * Says that the search starts outside of the listed states. It stands before the results, so that nobody mistakes a
 * center of another state for one nearby.
 */
function coverageText(answer: SearchAnswer): string[] {
  const text = answer.coverage === undefined ? null : outsideText(answer.coverage, nearestMilesOf(answer));
  return text === null ? [] : [text];
}

function headText({ origin, query, results }: SearchAnswer): string {
  const { limit: _, ignored, crisis: __, cursor: ___, ...understood } = query as Record<string, unknown>;
  const where = origin === null ? '' : origin.kind === 'state' ? ` in ${origin.label}` : ` from ${origin.label}`;
  const count =
    results.length === 0 ? 'No center found' : results.length === 1 ? '1 center' : `${results.length} centers`;
  const words = Array.isArray(ignored) && ignored.length > 0 ? ` Words not understood: ${ignored.join(', ')}.` : '';
  return `${count}${where}. Search as understood: ${JSON.stringify(understood)}.${words}`;
}

function unknownText({ unknown: { count, more, because }, query }: SearchAnswer): string[] {
  if (count === 0) return [];
  const number = more ? `At least ${count}` : `${count}`;
  const reasons = Object.entries(because).map(([field, centers]) => `${field} ${centers}`);
  const included = 'include' in query;
  return [
    `${number} ${included ? '' : 'more '}${count === 1 ? 'center' : 'centers'} in reach may match, but the listing cannot say: unknown, not "no" ` +
      `(because of ${reasons.join(', ')}).${included ? '' : ' include "unknown" lists them.'}`,
  ];
}

function alternativesText(alternatives: NonNullable<SearchAnswer['alternatives']>): string[] {
  if (alternatives.length === 0) return [];
  const lines = alternatives.map(({ change, count, more, nearestMiles }) => {
    const changes = Object.entries(change).map(([field, value]) =>
      value === null ? `without ${field}` : `${field} ${value}`,
    );
    const nearest = nearestMiles === null ? '' : `, the nearest of those added ${nearestMiles} miles away`;
    return `- ${changes.join(', ')}: ${more ? 'more than ' : ''}${count}${nearest}`;
  });
  return [`Changing one argument would find more in all:\n${lines.join('\n')}`];
}
