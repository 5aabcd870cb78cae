import type { Settings } from '../parts/props.ts';
import { ownLine } from './options.ts';
import { platformOf } from './platform.ts';
import type { Pocket } from './pocket.ts';

/**
 * The host's settings for looks and words, from its attributes.
 * @param site See `Settings`.
 */
export function settingsOf(host: Element, site: string, pocket: Pocket | null, wide: boolean): Settings {
  return {
    units: host.getAttribute('units') === 'km' ? 'km' : 'mi',
    phone: ownLine(host.getAttribute('phone')),
    benefits: ownLine(host.getAttribute('benefits')),
    report: host.getAttribute('report'),
    framed: host.querySelector(':scope > [slot=heading]') !== null,
    site: pocket === null ? site : pocket.site,
    asOf: pocket?.asOf ?? null,
    wide,
    platform: platformOf(navigator.userAgent, navigator.maxTouchPoints),
    today: dayOf(new Date()),
  };
}

/** The visitor's own calendar day, `2026-11-29`. */
function dayOf(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
