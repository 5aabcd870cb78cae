import { fields, type ListField, listFields } from '../functions/domain/fields.ts';
import type { Alternative } from './answer.ts';
import type { Asked } from './facts.ts';
import type { Vocabulary } from './vocabulary.ts';
import { countText, milesText, withinText } from './words.ts';

const mostOffered = 5;

/** How much somebody gives up by a longer way, on the scale of what a field keeps (`keep` in the table of fields). */
const longerWays: Readonly<Record<string, number>> = { '10mi': 0.1, '25mi': 0.2, '50mi': 2.5, '100mi': 6.5 };
const ANY_DISTANCE = 7.5;

/** The few to offer, the smallest change first. A wider radius that finds no more than a smaller one is left out. */
export function worthOffering(alternatives: readonly Alternative[]): Alternative[] {
  const ascending = alternatives.toSorted((a, b) => place(a) - place(b));
  const radii = ascending.filter(({ change }) => 'within' in change);
  const repeats = radii.filter((radius, index) => {
    const smaller = radii[index - 1];
    return smaller?.count === radius.count && smaller.more === radius.more;
  });
  return ascending.filter((one) => !repeats.includes(one)).slice(0, mostOffered);
}

/** From the least that somebody gives up to the most: a longer way first, then wishes, then needs, then what is not known. */
function place({ change }: Alternative): number {
  const given = Object.entries(change).map(([name, value]) => {
    if (name === 'within') return value === null ? ANY_DISTANCE : longerWays[String(value)];
    const field = listFields.find((one) => one === name);
    return field && fields[field].page.keep;
  });
  return Math.max(...given.map((keep) => keep ?? Number.MAX_VALUE));
}

/**
 * What a change would find: `3 centers, nearest 31.4 mi`. The count is of all, the distance of the first that the
 * change adds to those already found.
 */
export function foundText({ count, more, nearestMiles, exact = true }: Alternative, besides = false): string {
  const centers = countText(count, 'center');
  const found = more ? `${exact ? 'At least' : 'About'} ${centers}` : exact ? centers : `Up to ${centers}`;
  const inAll = besides ? `${found} in all` : found;
  if (nearestMiles === null || (!exact && nearestMiles < 0.1)) return inAll;
  return `${inAll}, ${besides ? 'the next' : 'nearest'} ${exact ? '' : 'at least '}${milesText(nearestMiles)}`;
}

/** A change in words, without what it would find: `Any distance`, `Without “Medicaid”`. */
export function changeText(change: Alternative['change'], asked: Asked, vocabulary: Vocabulary): string {
  const parts = Object.entries(change).map(([name, value]) => {
    if (name === 'within') return typeof value === 'string' ? `Within ${withinText(value)}` : 'Any distance';
    if (name === 'level') return 'Any kind of program';
    const field = listFields.find((one) => one === name);
    return field === undefined ? `Without “${name}”` : `Without ${chosen(field, asked, vocabulary)}`;
  });
  return parts.join(', ');
}

function chosen(field: ListField, asked: Asked, vocabulary: Vocabulary): string {
  return (asked[field] ?? []).map((value) => `“${vocabulary.label(field, value)}”`).join(' or ');
}
