import { levelTerm } from '../../../domain/level-of-care.ts';
import { outsideText } from '../../../http/coverage.ts';
import { onlyForText } from '../../v1/shapes/only-for.ts';
import type { LegAnswer, PathAnswer, PathsAnswer } from '../../v1/shapes/paths.ts';
import { centerText } from './center-text.ts';
import { closingText } from './closing.ts';

/** An answer's paths in words, shortest first. */
export function pathsText(answer: PathsAnswer): string {
  const { origin, coverage, query, paths, alternatives, dataset } = answer;
  const outside = outsideText(coverage, null);
  const count = paths.length === 0 ? 'No path found' : paths.length === 1 ? '1 path' : `${paths.length} paths`;
  return [
    ...(outside === null ? [] : [outside]),
    `${count} from ${origin.label}. Question as understood: ${JSON.stringify(query)}.`,
    ...paths.map(pathText),
    ...alternatives.map(({ change, miles }) => `${changeText(change)} the shortest path has ${miles} miles in all.`),
    closingText(dataset),
  ].join('\n\n');
}

function changeText(change: Readonly<Record<string, unknown>>): string {
  return 'include' in change
    ? 'With include "unknown" (centers to ask first)'
    : `Without ${Object.keys(change).join(' and ')}`;
}

function pathText({ miles, approximate, onlyFor, legs }: PathAnswer, index: number): string {
  const length = `${approximate === true ? 'about ' : ''}${miles} miles in all`;
  const who = onlyFor === undefined ? '' : `. ONLY FOR ${onlyForText(onlyFor)}, as far as the listings say`;
  return [`Path ${index + 1}: ${length}${who}`, ...legs.map((leg, at) => legText(leg, legs[at - 1]))].join('\n');
}

function legText(leg: LegAnswer, before: LegAnswer | undefined): string {
  const level = levelTerm(leg.level).label;
  if (before?.center.id === leg.center.id) return `- ${level}: the same center`;
  const from = before === undefined ? '' : ' from the center before';
  return `- ${level}${from}: ${centerText(leg)}`;
}
