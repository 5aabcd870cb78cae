import { type ComponentChild, h, type JSX } from 'preact';
import { KM_PER_MILE } from '../../../functions/geo/distance.ts';
import type { Words } from '../../words/en.ts';
import { inSentence } from '../../words/text.ts';
import type { FieldValue } from '../read/answer.ts';
import type { Found, Note, State, View } from '../state/state.ts';
import { includesUnknown, isMapShown, narrowingOf } from '../state/state.ts';
import { card } from './card.ts';
import { changesView } from './changes.ts';
import { askText, type Chip, chipsOf, levelName } from './chips.ts';
import { compareBar } from './compare.ts';
import { icon } from './icons.ts';
import { ageNote, checkedHint } from './listings.ts';
import { helplineNote } from './offline.ts';
import { outsideHeading, outsideHelp, outsideOf, outsideText, whoCanLook } from './outside.ts';
import type { Props } from './props.ts';
import { title } from './title.ts';

type AnswerView = Extract<View, { kind: 'answer' }>;

interface Heading {
  readonly what: string;
  readonly where: string;
  /** True if a chip names the place too, so that a narrow screen can leave it out here. */
  readonly chip: boolean;
}

/** The heading above the results: number, level, place and radius, as far as they are known. */
export function resultsHeading(words: Words, state: State, found: Found): Heading {
  const { results: w } = words;
  const { origin } = found.answer;
  const { within } = narrowingOf(state);
  const named = levelName(words, state);
  const level = named !== null && includesUnknown(state) ? w.orMay(named) : listedText(words, state, named);
  const count = found.results.length;
  const inState = origin.kind === 'state';
  const place = originText(words, origin);
  const where = inState ? w.inState(place) : within === undefined ? w.near(place) : w.withinOf(within, place);
  const chip = within === undefined && count > 0;
  if (count === 0) return { what: w.none(level), where, chip };
  if (found.complete) return { what: w.all(count, level), where, chip };
  return { what: (inState ? w.first : w.nearest)(count, level), where, chip };
}

/** Name of the place where the search starts. A search from a cell or from the device's own point starts from "you". */
function originText({ results: w }: Words, { kind, label }: Found['answer']['origin']): string {
  if (kind === 'viewer') return w.yourArea;
  return kind === 'cell' || kind === 'here' ? w.you : label;
}

/** The whole answer: heading, notes, centers, and further help. */
export function answerView(now: Props, { found, notes, anyway }: AnswerView): (JSX.Element | null)[] {
  // Texts above the list describe the search that found it, even while the next search is running.
  const props = { ...now, state: { ...now.state, chosen: found.narrowing, read: {} } };
  const { state, words } = props;
  const first = { ...found.answer, results: found.results.slice(0, 1), alternatives: found.alternatives };
  const away = outsideOf(first);
  const said = notes.flatMap((note) => noteText(words, note, now.state)).concat(ownNotes(words, state, found));
  const lines = [ageNote(props), ...said.map((text) => h('p', { key: text, class: 'note' }, text))];
  const heading = resultsHeading(words, state, found);
  if (away === null) return [headed(props, title(...headingParts(heading)), found), ...lines, ...list(props, found)];
  const intro = [title(outsideHeading(words, away)), h('p', null, outsideText(words, away)), ...lines];
  if (away.far && !anyway) {
    const known = found.results.length > 0 || away.miles !== null;
    return [...intro, ...outsideHelp(props, away, known)];
  }
  return [
    ...intro,
    headed(props, h('h3', { class: 'count-title' }, ...headingParts(heading)), found),
    ...list(props, found),
    whoCanLook(props, away.state),
  ];
}

function headingParts({ what, where, chip }: Heading): ComponentChild[] {
  return [what, chip ? h('span', { class: 'place' }, ` ${where}`) : ` ${where}`];
}

/** The heading, with the order of the list and buttons for other views. */
function headed({ state, words, settings, send }: Props, heading: JSX.Element, found: Found): JSX.Element {
  const { results: w } = words;
  const hasResults = found.results.length > 0;
  const also = alsoText(words, state);
  return h(
    'header',
    { class: 'results-head' },
    h(
      'div',
      null,
      heading,
      also === null ? null : h('p', { class: 'hint also-asked' }, also),
      hasResults ? h('p', { class: 'hint' }, ...orderText(words, state, found)) : null,
      hasResults && settings.today !== null ? h('p', { class: 'printed' }, w.printed(settings.today)) : null,
    ),
    hasResults
      ? h(
          'div',
          { class: 'tools' },
          h(
            'button',
            {
              type: 'button',
              class: 'chip plain',
              'aria-pressed': isMapShown(state, settings.wide),
              onClick: () => send({ type: 'map', shown: !isMapShown(state, settings.wide) }),
            },
            icon('map'),
            w.map,
          ),
          h(
            'button',
            { type: 'button', class: 'link print', onClick: () => send({ type: 'print' }) },
            icon('print'),
            w.print,
          ),
        )
      : null,
  );
}

/** Says how the list is sorted, and for a ZIP or a state from where distances are measured. */
function orderText({ results: w }: Words, state: State, { answer: { origin } }: Found): ComponentChild[] {
  const { within } = narrowingOf(state);
  if (origin.kind === 'state') return [within === undefined ? w.orderState : w.stateWithin(within)];
  const zip = origin.kind === 'zip' ? /\d{5}$/.exec(origin.label)?.[0] : undefined;
  const from = zip === undefined ? w.straight : w.fromZip(zip);
  return [w.nearestFirst, h('span', { class: 'place' }, from), w.nobodyPays];
}

/** The conditions that the heading leaves out, so that it does not promise too much. */
export function alsoText(words: Words, state: State): string | null {
  const others = inHeading(words, state) === null ? otherChips(words, state) : [];
  return others.length === 0 ? null : words.results.also(others.map(({ label }) => label).join(', '));
}

const otherChips = (words: Words, state: State): Chip[] =>
  chipsOf(words, state).filter(({ field }) => !['level', 'place', 'include', 'in'].includes(field));

/** "IOP and Medicaid": what the heading says that each center lists. */
function listedText(words: Words, state: State, level: string | null): string | null {
  const others = inHeading(words, state) ?? [];
  const listed = level === null ? others : [level, ...others];
  return listed.length === 0 ? null : words.and(listed);
}

/** Fields whose values a center can be said to list. */
const listable: readonly string[] = ['payer', 'condition', 'therapy', 'language'];
const MOST_IN_HEADING = 2;

/** The conditions besides the level as the heading names them; null if they need a sentence of their own. */
function inHeading(words: Words, state: State): string[] | null {
  const narrowing: Readonly<Record<string, FieldValue | undefined>> = narrowingOf(state);
  const others = otherChips(words, state);
  // "IOP or PHP and Medicaid" could be read in two ways.
  const isUnclear = includesUnknown(state) || (narrowingOf(state).level ?? []).length > 1;
  if (others.length > MOST_IN_HEADING || isUnclear) return null;
  const names = others.map(({ field, label }) => {
    const value = narrowing[field];
    const isOne = typeof value === 'object' && value.length === 1 && listable.includes(field) && value[0] !== 'free';
    return isOne ? inSentence(label) : null;
  });
  return names.includes(null) ? null : names.filter((name) => name !== null);
}

function noteText(words: Words, note: Note, { chosen }: State): string[] {
  if (note.kind === 'again') return [words.results.again];
  if (note.kind === 'taken-over') return [words.device.takenOver];
  if (note.kind === 'renewed') return [words.device.renewed];
  const first = Object.keys(chosen).length > 0 ? ` ${words.results.chosenFirst}` : '';
  return [`${words.results.ignored(words.and(note.words.map(words.quoted)))}${first}`];
}

/** Notes about how exact the search's origin is. */
function ownNotes({ results: w }: Words, { origin }: State, { answer }: Found): string[] {
  if (answer.origin.kind === 'viewer') return [w.viewer];
  // If the device's location may be off by a mile or more, a note says by how much.
  const miles = origin?.kind === 'device' ? Math.round(origin.point.accuracyMeters / 1000 / KM_PER_MILE) : 0;
  return miles < 1 ? [] : [w.rough(miles)];
}

function list(props: Props, found: Found): (JSX.Element | null)[] {
  const { state, words } = props;
  const { results } = found;
  const empty = results.length === 0;
  return [
    empty
      ? null
      : h(
          'ol',
          { id: 'centers', class: 'list', part: 'list', role: 'list' },
          ...results.map((one, index) => card(props, one, index + 1)),
        ),
    more(props, found),
    empty ? null : h('p', { class: 'hint confirm' }, words.results.notice),
    checkedHint(props),
    mayOffer(props, found),
    changesView(props, found.alternatives, empty),
    empty ? helplineNote(words) : null,
    state.panel === 'compare' ? null : compareBar(props),
  ];
}

/**
 * Says how many centers may offer it and why that is unknown, with a button that adds them to the list. Null if there
 * are none, or if they are in the list.
 */
function mayOffer({ state, words, send }: Props, { answer: { unknown }, results }: Found): JSX.Element | null {
  const { results: w } = words;
  if (unknown.count === 0 || includesUnknown(state)) return null;
  const because = Object.entries(unknown.because ?? {}).toSorted(([, a], [, b]) => b - a);
  const reasons = because.flatMap(([field, count]) => {
    const asked = askText(words, state, [field]);
    return asked === '' ? [] : [w.because(asked, count)];
  });
  return h(
    'div',
    { id: 'unknown', class: 'may-offer' },
    h('p', null, w.unknown(unknown.count, unknown.more === true, results.length > 0)),
    reasons.length === 0 ? null : h('p', { class: 'reasons' }, w.silent, ' ', reasons.join(', ')),
    h(
      'button',
      {
        type: 'button',
        class: 'quiet',
        onClick: () => send({ type: 'chosen', field: 'include', value: 'unknown' }),
      },
      w.showUnknown,
    ),
  );
}

function more({ state, words: { results: w, waiting }, send }: Props, found: Found): JSX.Element | null {
  if (!found.more)
    return found.complete || found.results.length === 0
      ? null
      : h('p', { id: 'no-more', class: 'hint' }, w.end(found.results.length));
  const busy = state.act.kind === 'more';
  return h(
    'button',
    { type: 'button', class: 'quiet wide more-results', 'aria-disabled': busy, onClick: () => send({ type: 'more' }) },
    busy ? waiting.more : state.moreFailed ? w.moreAgain : w.more,
  );
}
