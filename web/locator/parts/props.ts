import type { Words } from '../../words/en.ts';
import type { StartWords } from '../../words/start.en.ts';
import type { Platform } from '../read/address.ts';
import type { ReadsAsCrisis } from '../state/early.ts';
import type { Event } from '../state/events.ts';
import type { State } from '../state/state.ts';

/** A phone line of the host website. */
export interface OwnLine {
  /** The number in the form E.164, for dialing. */
  readonly number: string;
  readonly display: string;
  /** Who answers the line, in the host's words. Null if the host does not say. */
  readonly label: string | null;
}

/** The host's settings for looks and texts. */
export interface Settings {
  readonly units: 'mi' | 'km';
  readonly phone: OwnLine | null;
  readonly benefits: OwnLine | null;
  /** Where visitors report wrong facts, an email address or an https page; null if nobody takes reports. */
  readonly report: string | null;
  /** True if the finder is the whole page, as in a frame, and the page shows the crisis line and the heading itself. */
  readonly framed: boolean;
  /** Website with centers' pages: `https://find.example.org`; empty for the page's own site, null if there is none. */
  readonly site: string | null;
  /** Date of the listings if they cannot be checked for changes: `2026-11-29`. Null for listings that can. */
  readonly asOf: string | null;
  readonly platform: Platform;
  /** The visitor's own date, for printing: `2026-11-29`. Null on a server, which does not know it. */
  readonly today: string | null;
  /** True if the finder is wide enough for panels next to the list. */
  readonly wide: boolean;
}

/** Props of the parts that may be shown before the engine is loaded. */
export interface StartProps {
  readonly state: State;
  readonly words: StartWords;
  readonly settings: Settings;
  /** Classifies a text as a crisis. Null before its code is loaded, and on a server, where nothing is typed. */
  readonly readsAsCrisis: ReadsAsCrisis | null;
  readonly send: (event: Event) => void;
}

/** Props of all other parts. Parts are pure: the same props give the same tree, also on a server. */
export interface Props extends StartProps {
  readonly words: Words;
}
