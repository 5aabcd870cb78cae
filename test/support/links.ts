import type { Center } from '../../functions/domain/center.ts';
import { displayPhone, type Phone } from '../../functions/domain/contact.ts';
import { help } from '../../functions/http/help.ts';

/** A link on a page: its target and its text. */
export interface Link {
  readonly href: string;
  readonly text: string;
}

const keypad = '22233344455566677778889999';
const [chat = ''] = /\b[\w-]+\.(?:org|gov|com)\b/.exec(help.crisis) ?? [];
const [crisisNumber = ''] = /\b\d{3}\b/.exec(help.crisis) ?? [];
const spokenTreatment = help.treatment.replace(/ \(.*/, '');
const dialled = spokenTreatment
  .replaceAll('-', '')
  .replace(/[A-Z]/g, (letter) => keypad[letter.charCodeAt(0) - 'A'.charCodeAt(0)] ?? '');

/** Every helpline's link, derived from `help`, and the required form of its text. */
const helplines: readonly { readonly href: string; readonly says: RegExp }[] = [
  { href: `tel:${crisisNumber}`, says: new RegExp(`\\b${crisisNumber}\\b|^(?:call|llamar?)\\b`, 'i') },
  { href: `sms:${crisisNumber}`, says: new RegExp(`text|sms|texto|${crisisNumber}`, 'i') },
  // The Spanish text says that the line speaks Spanish, so no other words are required.
  { href: `sms:${crisisNumber}?body=AYUDA`, says: /texto/i },
  { href: `tel:${help.emergency}`, says: new RegExp(`\\b${help.emergency}\\b`) },
  { href: `tel:+${dialled}`, says: new RegExp(spokenTreatment.slice(0, 9)) },
  { href: `https://${chat}/chat`, says: new RegExp(`${chat.replace('.', '\\.')}|^chat\\b`, 'i') },
];
/** A link to one helpline under the number of another is as wrong as a wrong number. */
const numbers = [crisisNumber, help.emergency, spokenTreatment];

/**
 * The fault of a link that belongs to no center: an unknown helpline number, or the wrong text. Null if there is none.
 */
export function helplineFault({ href, text }: Link): string | null {
  if (!/^(?:tel|sms):/.test(href) && !href.includes('988')) return null;
  const line = helplines.find((one) => one.href === href.replace(/\/$/, ''));
  if (line === undefined) return `${href} under "${text}" is no helpline`;
  if (!line.says.test(text)) return `${href} stands under "${text}"`;
  const named = numbers.filter((number) => new RegExp(`(?<![\\w])${number}(?!\\w)`).test(text));
  const own = /^https/.test(href) ? chat : href;
  const other = named.filter((number) => !own.includes(number) && number !== spokenTreatment);
  return other.length > 0 ? `${href} stands under "${text}"` : null;
}

/** The faults of the links on a center's card, by its record. Every phone must be there, in order. */
export function centerLinkFaults(
  links: readonly Link[],
  center: Pick<Center, 'phones' | 'location' | 'address'>,
): string[] {
  const calls = links.filter(({ href }) => /^(?:tel|sms):/.test(href));
  const expected = center.phones.map(telOf);
  const faults = center.phones.flatMap((phone) => {
    const link = calls.find(({ href }) => href === telOf(phone));
    if (link === undefined) return [`${displayPhone(phone)} cannot be called: ${calls.map(({ href }) => href).join()}`];
    return link.text.includes(displayPhone(phone)) ? [] : [`${link.href} stands under "${link.text}"`];
  });
  for (const { href } of calls) if (!expected.includes(href)) faults.push(`${href} is none of its numbers`);
  const maps = links.filter(({ href }) => /^geo:|\bmaps?\b/.test(href));
  if (maps.length === 0) faults.push('no map link');
  return [...faults, ...maps.flatMap(({ href }) => mapFaults(href, center))];
}

/** A comma is a pause before the extension. */
const telOf = ({ number, extension }: Phone): string => `tel:${number}${extension === null ? '' : `,${extension}`}`;

function mapFaults(href: string, { location: { lat, lng }, address }: Pick<Center, 'location' | 'address'>): string[] {
  const text = decodeURIComponent(href.replaceAll('+', ' '));
  const points = [...text.matchAll(/(-?\d+(?:\.\d+)?),\s?(-?\d+(?:\.\d+)?)/g)];
  const off = points.filter(([, one, other]) => Number(one) !== lat || Number(other) !== lng);
  // "100 Main St, 85004": a house number and a ZIP are not a point.
  const wrong = off.filter(([, one, other]) => `${one}${other}`.includes('.'));
  const faults = wrong.map(([pair]) => `a map at ${pair}, not ${lat},${lng}`);
  if (href.startsWith('geo:') && !href.startsWith(`geo:${lat},${lng}`)) faults.push(`${href} is not at ${lat},${lng}`);
  const asks = /[?&](?:q|query|destination|daddr)=/.test(href);
  if (!text.includes(address.zip) || !text.includes(address.city))
    if (asks) faults.push(`${href} does not ask for the address`);
  return faults;
}

/** The faults of helplines in running text: "call or text" must name the crisis line, "emergency" 911. */
export function helplineTextFaults(text: string): string[] {
  const crisis = [
    ...text.matchAll(/\b(?:call|text|llame|mensaje)(?: (?:or|o|al|a|to|at|text|call|llame))*:? (\d{3})\b(?!-)/gi),
  ];
  const lifeline = [...text.matchAll(/\b(\d{3}) Suicide/g)];
  const emergency = [...text.matchAll(/\bemergency: ?(?:\w+ )?(\d{3})\b/gi)];
  const treatment = [...text.matchAll(/\b1-\d{3}-\d{3}-[A-Z\d]{4}(?: \(\d{4}\))?/g)];
  return [
    ...[...crisis, ...lifeline].filter(([, number]) => number !== crisisNumber && number !== help.emergency),
    ...emergency.filter(([, number]) => number !== help.emergency),
    ...treatment.filter(([number]) => number !== help.treatment && number !== spokenTreatment),
  ].map(([words]) => `"${words}"`);
}

/** The links of a page's HTML. */
export function linksOf(html: string): Link[] {
  return [...html.matchAll(/<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(([, href = '', inner = '']) => ({
    href: href.replaceAll('&amp;', '&'),
    text: inner.replaceAll(/<[^>]*>/g, '').trim(),
  }));
}
