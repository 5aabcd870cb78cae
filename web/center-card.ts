import type { Offering, Phone, Result } from './answer.ts';
import { button, el } from './dom.ts';
import { type Asked, type Fact, splitFacts } from './facts.ts';
import type { Vocabulary } from './vocabulary.ts';
import {
  addressText,
  confirmationText,
  intakeText,
  milesText,
  phoneHref,
  phoneLabel,
  scheduleText,
  sourceText,
} from './words.ts';

/** One center as an article. `place` says where it stands in the list, such as `3 of 10`. */
export function centerCard(result: Result, place: string, asked: Asked, vocabulary: Vocabulary): HTMLElement {
  const { center, distance } = result;
  const heading = el('h3', { id: `center-${center.id}`, tabindex: '-1' }, center.name);
  return el(
    'article',
    { class: 'card', 'aria-labelledby': heading.id },
    el(
      'div',
      { class: 'card-top' },
      distance && el('p', { class: 'distance' }, milesText(distance.miles)),
      el('p', { class: 'rank' }, place),
    ),
    el(
      'div',
      { class: 'card-head' },
      el(
        'div',
        {},
        center.sample ? el('p', { class: 'badge' }, 'Example center, not real') : null,
        heading,
        // Many listings put the organization first in the name.
        center.name.startsWith(center.organization.name)
          ? null
          : el('p', { class: 'organization' }, center.organization.name),
        ...whereabouts(result),
      ),
      phoneList(center.phones),
    ),
    ...offeringBlocks(result.offerings, asked, vocabulary),
    el('p', { class: 'sources' }, `Source: ${center.sources.map(sourceText).join('; ')}`),
  );
}

function whereabouts({ center, distance }: Result): (HTMLElement | null)[] {
  const { lat, lng, accuracy } = center.location;
  const address = addressText(center.address);
  const copy = button('Copy address', 'link', async () => {
    await navigator.clipboard.writeText(address);
    copy.textContent = 'Address copied';
  });
  // The clipboard exists only on a secure page.
  copy.hidden = !('clipboard' in navigator);
  return [
    el('address', {}, address),
    accuracy === 'zip' && distance
      ? el('p', { class: 'note' }, 'Distance is approximate: we only know this center’s ZIP code.')
      : null,
    el(
      'p',
      { class: 'actions' },
      el('a', { class: 'geo', href: `geo:${lat},${lng}?q=${encodeURIComponent(address)}` }, 'Open in a map app'),
      copy,
      center.website === null ? null : el('a', { href: center.website, rel: 'noreferrer' }, 'Website'),
    ),
  ];
}

function phoneList(phones: readonly Phone[]): HTMLElement {
  const items = phones.map((phone) => {
    const call = el('a', { class: 'call', href: phoneHref(phone) }, el('b', {}, phone.display), ' ');
    call.append(el('span', {}, phoneLabel(phone)));
    return el('li', {}, call);
  });
  return el('ul', { class: 'phones', role: 'list' }, ...items);
}

function offeringBlocks(offerings: readonly Offering[], asked: Asked, vocabulary: Vocabulary): HTMLElement[] {
  const [first] = offerings;
  if (first === undefined) return [el('p', { class: 'note' }, 'Its listing does not say which programs it offers.')];
  const { common, own } = splitFacts(offerings, asked, vocabulary);
  const states = new Set(offerings.map(({ confirmation }) => confirmationText(confirmation)));
  // Offerings that differ in nothing but the level share one line on how sure we are.
  const together = states.size === 1 && own.every((facts) => facts.length === 0);
  const items = offerings.map((offering, index) => {
    const tracks = offering.schedule?.tracks?.map((track) => vocabulary.label('schedule', track)) ?? [];
    const schedule = [tracks.join(', '), scheduleText(offering.schedule) ?? '']
      .filter((part) => part !== '')
      .join(': ');
    const intake = intakeText(offering.intake);
    return el(
      'li',
      {},
      el('p', { class: 'level-name' }, offering.label),
      together ? null : confirmationLine(offering),
      intake === null ? null : el('p', { class: `intake ${offering.intake.state}` }, intake),
      schedule === '' ? null : el('p', {}, schedule),
      offering.housing === true ? el('p', {}, 'You can live there during the program') : null,
      // What sets one offering apart from the next is mostly whom it is for.
      ...factBlocks(own[index] ?? [], ['Ways to pay', 'Programs for'], 'More about this program'),
    );
  });
  const rest = offerings.length > 1 ? 'More about this center' : 'More about this program';
  const list = el('ul', { class: 'offerings', role: 'list' }, ...items);
  return [list, ...(together ? [confirmationLine(first)] : []), ...factBlocks(common, ['Ways to pay'], rest)];
}

/** Facts that decide whether to call at all stay in sight, as does what was asked for; the rest is a tap away. */
function factBlocks(facts: readonly Fact[], inSight: readonly string[], restTitle: string): HTMLElement[] {
  const seen = facts.filter(({ title, values }) => inSight.includes(title) || values.some(({ asked }) => asked));
  const rest = facts.filter((fact) => !seen.includes(fact));
  const more = el('details', { class: 'rest' }, el('summary', {}, restTitle), factList(rest));
  return [...(seen.length > 0 ? [factList(seen)] : []), ...(rest.length > 0 ? [more] : [])];
}

function confirmationLine({ confirmation }: Offering): HTMLElement {
  return el('p', { class: `confirmation ${confirmation.state}` }, confirmationText(confirmation));
}

function factList(facts: readonly Fact[]): HTMLElement {
  const lines = facts.map(({ title, values }) => el('div', {}, el('dt', {}, title), ...values.map(chip)));
  return el('dl', { class: 'facts' }, ...lines);
}

function chip({ label, asked }: Fact['values'][number]): HTMLElement {
  if (!asked) return el('dd', { class: 'chip' }, label);
  return el('dd', { class: 'chip asked' }, label, el('span', { class: 'hidden' }, ' (your choice)'));
}
