import type { Problem } from '../state/state.ts';

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
