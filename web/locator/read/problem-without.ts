import type { Coverage } from './answer.ts';

/** Why there is no answer. It contains only facts; the parts that show it put them into words. */
export interface Problem {
  /** HTTP status; 0 if there was no answer. */
  readonly status: number;
  /** The last part of the problem's `type`, such as `location-needed`. */
  readonly kind: string;
  /** Names of the request fields with errors. */
  readonly fields: readonly string[];
  /** The API's messages, in English. */
  readonly messages: readonly string[];
  /** Places that an ambiguous place name could mean. */
  readonly candidates: readonly string[];
  /** The code of a state that was typed as a place, if the whole state can be searched. Null otherwise. */
  readonly state: string | null;
  readonly coverage: Coverage | null;
  readonly crisis: boolean;
  /** The fields that the API understood, in the form of an answer's `query`. */
  readonly query: unknown;
  /** Seconds until the request may be repeated. Null if the answer does not say. */
  readonly retryAfter: number | null;
}

/** Makes a problem that has no details, such as a missing answer (status 0). */
export function problemWithout(status: number, kind: string): Problem {
  return {
    status,
    kind,
    fields: [],
    messages: [],
    candidates: [],
    state: null,
    coverage: null,
    crisis: false,
    query: null,
    retryAfter: null,
  };
}
