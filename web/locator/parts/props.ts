import type { Words } from '../../words/en.ts';
import type { StartWords } from '../../words/start.en.ts';
import type { Platform } from '../read/address.ts';
import type { ReadsAsCrisis } from '../state/early.ts';
import type { Event } from '../state/events.ts';
import type { State } from '../state/state.ts';

/** A line of the host website's own. */
export interface OwnLine {
  /** E.164, for dialing. */
  readonly number: string;
  readonly display: string;
  /** Who answers, in the host's words; null where it does not say. */
  readonly label: string | null;
}

/** What the host decides about looks and words. */
export interface Settings {
  readonly units: 'mi' | 'km';
  readonly phone: OwnLine | null;
  readonly benefits: OwnLine | null;
  /** Where wrong facts are reported, an email address or an https page; null for nowhere. */
  readonly report: string | null;
  /** The page has its own crisis line and heading: the finder is the page. */
  readonly framed: boolean;
  /** Where pages of centers are: `https://find.example.org`; empty for the page's own site, null for nowhere. */
  readonly site: string | null;
  /** The day of listings that cannot be checked for changes, `2026-11-29`; null for any others. */
  readonly asOf: string | null;
  readonly platform: Platform;
  /** The visitor's day, `2026-11-29`, for paper; null on a server, which does not know it. */
  readonly today: string | null;
  /** Wide enough for panels beside the list. */
  readonly wide: boolean;
}

/** What the parts are drawn from that are there before anything is searched. */
export interface StartProps {
  readonly state: State;
  readonly words: StartWords;
  readonly settings: Settings;
  /** Null before its code is loaded, and on a server, where nothing is typed. */
  readonly readsAsCrisis: ReadsAsCrisis | null;
  readonly send: (event: Event) => void;
}

/** What every other part is drawn from. Parts are pure: the same props give the same tree, also on a server. */
export interface Props extends StartProps {
  readonly words: Words;
}
