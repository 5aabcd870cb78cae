import type { Coverage } from './answer.ts';

/** Why there is no answer: facts only, put into words where they are shown. */
export interface Problem {
  /** 0 where nothing came back. */
  readonly status: number;
  /** Last part of the problem's type, such as `location-needed`. */
  readonly kind: string;
  /** Names of the fields that are at fault. */
  readonly fields: readonly string[];
  /** What the API says of them, in English. */
  readonly messages: readonly string[];
  /** Places that an ambiguous name could mean. */
  readonly candidates: readonly string[];
  /** The code of the state that was typed as a place, where it can be searched whole. */
  readonly state: string | null;
  readonly coverage: Coverage | null;
  readonly crisis: boolean;
  /** What was understood, in the shape of an answer's `query`. */
  readonly query: unknown;
  /** Seconds until the same may be asked again. */
  readonly retryAfter: number | null;
}

/** A fault of ours, or nothing that came back: `status` 0. */
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
