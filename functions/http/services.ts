import type { Meter } from '../dataset/dataset-reader.ts';
import type { Places } from '../places/places.ts';
import type { Locator } from '../search/locator.ts';
import type { CursorKeys, SignedCursors } from './cursor.ts';

/** Everything that the routes need. Created once per container, or by a test. */
export interface Services {
  readonly locator: Locator;
  /** Loaded on demand, because a request by state or id needs no place names. */
  readonly places: () => Places;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly publicUrl: string;
  /** The keys that sign cursors. @default a key of this process only */
  readonly cursorKeys?: () => Promise<CursorKeys>;
  /** Where visitors report wrong facts: an email address or an https page. Left out if nobody takes reports. */
  readonly reportTo?: string | undefined;
}

/** Services, plus facts about this one request. */
export interface RouteContext extends Services {
  /** Reads and writes cursors. Their keys are read from the table once per container. */
  readonly cursors: () => Promise<SignedCursors>;
  readonly meter: Meter;
  /** Base URL of links to other answers, on the requested domain. Links to pages for people use `publicUrl` instead. */
  readonly apiUrl: string;
  /**
   * URL of the API's own domain, even if the request came through the website's. Equal to `publicUrl` if it is unknown.
   */
  readonly gatewayUrl: string;
  /** True if a text of the request expresses danger to life: the helplines come first. */
  readonly crisis: boolean;
}
