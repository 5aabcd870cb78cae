import { h, type JSX } from 'preact';
import { helplineCall } from './call.ts';
import type { Props } from './props.ts';
import { ghostRows } from './waiting.ts';

/** Converts bytes to whole kilobytes, at least 1. */
export const kilobytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1_000));

/** Converts bytes to kilobytes in steps of 10, for deciding about a download. */
export const aboutKilobytes = (bytes: number): number => Math.max(10, Math.round(bytes / 10_000) * 10);

/** True if the shown results are from the device. */
function isFromDevice({ state: { view } }: Props): boolean {
  return view?.kind === 'answer' && view.found.from === 'device';
}

/**
 * True while the shown results come from listings over ten minutes old that are being checked: their phone numbers may
 * be wrong.
 */
export function isChecking(props: Props): boolean {
  return isFromDevice(props) && props.state.device.check === 'checking';
}

/** Age in days from which listings are called old: some phone numbers and programs have changed by then. */
const OLD_DAYS = 90;

/** Says how old the listings are, if no server could confirm them. Null otherwise. */
export function ageText(props: Props): string | null {
  const { asOf, today } = props.settings;
  if (asOf !== null) return isFromDevice(props) ? kept(props.words, asOf, today) : null;
  const { check, checkedAt } = props.state.device;
  return isFromDevice(props) && check === 'failed' && checkedAt !== undefined
    ? props.words.device.asOf(checkedAt)
    : null;
}

/**
 * The date of a pocket file's listings, which cannot be updated. After {@link OLD_DAYS} days it says that they are old.
 */
function kept({ device: w, day }: Props['words'], asOf: string, today: string | null): string {
  const days = today === null ? 0 : (Date.parse(today) - Date.parse(asOf)) / 86_400_000;
  return days > OLD_DAYS ? w.keptLong(day(asOf), OLD_DAYS) : w.kept(day(asOf));
}

/**
 * Note about the age of listings that could not be confirmed. Every view with a phone number shows it. Null if there is
 * nothing to say.
 */
export function ageNote(props: Props): JSX.Element | null {
  const text = ageText(props);
  return text === null ? null : h('p', { key: 'age', class: 'note age' }, text);
}

/** Says who answered the search, and when the listings were last known to be current. */
export function checkedHint(props: Props): JSX.Element | null {
  const { check, checkedAt } = props.state.device;
  if (!isFromDevice(props) || check === 'failed' || checkedAt === undefined || props.settings.asOf !== null)
    return null;
  return h('p', { class: 'hint confirm checked' }, props.words.device.checked(checkedAt));
}

/** True if a running search waits for the first download of all listings. */
export function isDownloading({ state: { act, device, onlyDevice } }: Props): boolean {
  return act.kind === 'search' && device.loaded != null && (onlyDevice || act.instead);
}

/**
 * The first download of all listings: its progress and its reason. It is as high as the list that follows, so that
 * nothing jumps.
 */
export function downloadView({ state: { act, device, onlyDevice }, words }: Props): (JSX.Element | null)[] {
  const { device: w } = words;
  const [here, all] = [kilobytes(device.loaded ?? 0), kilobytes(device.bytes ?? 0)];
  return [
    h('div', { class: 'ghost-chips', 'aria-hidden': 'true' }),
    h(
      'div',
      { class: 'ghost-head download' },
      h('h2', { class: 'waiting-title' }, w.downloading),
      h('progress', { max: all, value: here, 'aria-label': w.downloading }),
      h(
        'p',
        { class: 'hint' },
        h('span', { class: 'amount' }, w.downloaded(here, all)),
        ` ${onlyDevice ? w.downloadHint : w.insteadHint}`,
      ),
    ),
    act.slow ? helplineCall(words) : null,
    ghostRows(),
  ];
}
