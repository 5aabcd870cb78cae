import { h, type JSX } from 'preact';
import { listedOn, sureText } from '../locator/parts/telling.ts';
import type { Center, Offering } from '../locator/read/answer.ts';
import type { Words } from '../words/en.ts';
import type { PagesWords } from '../words/pages/en.ts';

/**
 * How certain the page's facts are and as of what date: one line for each kind of certainty, the latest confirmed
 * first.
 */
export function sureness(
  words: Words,
  pages: PagesWords,
  center: Center,
  offerings: readonly Offering[],
): JSX.Element[] {
  const listed = listedOn(center);
  if (offerings.length === 0) return [h('p', { class: 'sure unknown' }, words.card.noLevel)];
  const lines = new Map<string, { readonly state: string; readonly at: string; readonly levels: Set<string> }>();
  for (const { level, confirmation } of offerings) {
    const text = sureText(words, confirmation, listed);
    const line = lines.get(text) ?? {
      state: confirmation.state,
      at: confirmation.confirmedAt ?? '',
      levels: new Set<string>(),
    };
    line.levels.add(words.levels.tag[level] ?? level);
    lines.set(text, line);
  }
  return [...lines]
    .toSorted(([, a], [, b]) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .map(([text, { state, levels }]) =>
      h(
        'p',
        { key: text, class: `sure ${state}` },
        lines.size === 1 ? text : pages.center.sureOf(words.and([...levels]), text),
      ),
    );
}
