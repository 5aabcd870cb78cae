import { type ComponentChild, h, type JSX } from 'preact';
import { type OnlyFor, onlyForText } from '../../functions/faces/v1/shapes/only-for.ts';
import { crisisHelp } from '../locator/parts/crisis.ts';
import type { Result } from '../locator/read/answer.ts';
import { pageProps } from '../pages/props.ts';
import { resultCard } from '../pages/result-card.ts';
import { foundState } from '../pages/search-state.ts';
import type { Words } from '../words/en.ts';
import type { ToolResult } from './host.ts';
import type { AppWords } from './words.ts';

interface Leg extends Result {
  readonly level: string;
}

interface Path {
  readonly miles: number;
  readonly approximate?: true;
  readonly onlyFor?: readonly OnlyFor[];
  readonly legs: readonly Leg[];
}

/** The parts of a tool's result that the cards show. */
interface Facts {
  readonly crisis?: true;
  readonly results?: readonly Result[];
  readonly center?: Result['center'];
  readonly offerings?: Result['offerings'];
  readonly paths?: readonly Path[];
}

export interface Shown {
  readonly words: Words;
  readonly own: AppWords;
  /** URL of the website with the centers' pages, without a closing slash. */
  readonly site: string;
  /** The tool's result. Null until the host has sent it. */
  readonly result: ToolResult | null;
  readonly isCancelled: boolean;
}

/** A tool's result as the finder's cards, with the helplines first if the words expressed danger to life. */
export function view(shown: Shown): JSX.Element {
  const { words, own, result } = shown;
  const facts = factsOf(result);
  return h(
    'main',
    { class: 'finder app', lang: words.code },
    facts.crisis === true
      ? h(
          'section',
          { class: 'crisis', 'aria-labelledby': 'crisis-heading' },
          crisisHelp(words.code === 'es' ? 'es' : 'en'),
        )
      : null,
    ...content(shown, facts),
    h(
      'p',
      { class: 'hint help' },
      own.help,
      ' ',
      h('a', { href: 'tel:988' }, '988'),
      ' · ',
      h('a', { href: 'tel:911' }, '911'),
      ' · ',
      own.confirm,
    ),
  );
}

const factsOf = (result: ToolResult | null): Facts => Object(result?.structuredContent) as Facts;

function content(shown: Shown, facts: Facts): ComponentChild[] {
  const { own, result, isCancelled } = shown;
  if (result === null) return [h('p', { class: 'quiet', role: 'status' }, isCancelled ? own.cancelled : own.waiting)];
  if (facts.paths !== undefined) return pathsOf(shown, facts.paths);
  const results =
    facts.results ?? (facts.center === undefined ? null : [{ center: facts.center, offerings: facts.offerings ?? [] }]);
  if (result.isError === true || results === null) return [h('p', { class: 'said' }, saidOf(result))];
  if (results.length === 0) return [h('h2', { class: 'title' }, own.none), h('p', { class: 'said' }, saidOf(result))];
  return [h('h2', { class: 'title' }, own.found(results.length)), cards(shown, results)];
}

const saidOf = ({ content: parts = [] }: ToolResult): string => parts.map(({ text = '' }) => text).join('\n');

function cards({ words, site }: Shown, results: readonly Result[]): JSX.Element {
  // The cards need only the list of results, because the model describes the rest of the answer.
  const { state } = foundState(
    { ...{ origin: null, query: {}, unknown: { count: 0, because: {} }, next: null }, results } as Parameters<
      typeof foundState
    >[0],
    false,
  );
  const { settings, ...props } = pageProps(words, state);
  return h(
    'ol',
    { class: 'cards', role: 'list' },
    ...results.map((result) => resultCard({ ...props, settings: { ...settings, site } }, result)),
  );
}

function pathsOf(shown: Shown, paths: readonly Path[]): ComponentChild[] {
  const { own, words } = shown;
  if (paths.length === 0) return [h('h1', null, own.noPath)];
  return paths.map(({ miles, onlyFor, legs }, index) =>
    h(
      'section',
      { key: index, 'aria-labelledby': `path-${index}` },
      h('h1', { id: `path-${index}` }, own.path(index + 1, miles)),
      onlyFor === undefined ? null : h('p', null, own.onlyFor(onlyForText(onlyFor, words.code === 'es' ? 'es' : 'en'))),
      ...legs.map((leg, at) =>
        h(
          'div',
          { key: leg.level },
          h('h2', null, `${at + 1}. ${words.levels.tag[leg.level] ?? leg.level}`),
          cards(shown, [leg]),
        ),
      ),
    ),
  );
}
