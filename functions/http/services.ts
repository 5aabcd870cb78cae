import type { Meter } from '../dataset/dataset-reader.ts';
import type { Places } from '../places/places.ts';
import type { Locator } from '../search/locator.ts';
import type { CursorKeys, SignedCursors } from './cursor.ts';

/** What the routes work with; made once a container, or by a test. */
export interface Services {
  readonly locator: Locator;
  /** Opened when first asked for: a request by state or id needs no places. */
  readonly places: () => Places;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly publicUrl: string;
  /** The keys that cursors are signed with. @default one of this process alone */
  readonly cursorKeys?: () => Promise<CursorKeys>;
  /** Where wrong facts are reported, an email address or an https page; left out if nobody takes reports. */
  readonly reportTo?: string | undefined;
}

/** Services, and what is known of this one request. */
export interface RouteContext extends Services {
  /** Reads and writes cursors. Waits for the keys only once a container. */
  readonly cursors: () => Promise<SignedCursors>;
  readonly meter: Meter;
  /** Where links to other answers begin: the domain that was asked. What is for people to read is at `publicUrl`. */
  readonly apiUrl: string;
  /** Address of the API's own domain, also when the website's was asked. Equals `publicUrl` where nobody knows it. */
  readonly gatewayUrl: string;
  /** Whether a text of the request speaks of danger to life: the helplines go first. */
  readonly crisis: boolean;
}
