import type { Coverage } from './answer.ts';
import type { Problem } from './problem-without.ts';

/**
 * Reads RFC 9457 problem details. Any other body still gives a problem that can be shown.
 * @param retryAfter Seconds, from the `Retry-After` header.
 */
export function readProblem(status: number, body: unknown, retryAfter: number | null = null): Problem {
  const problem = record(body);
  const faults = list(problem.errors).map(record);
  const messages = faults.flatMap(({ message }) => text(message));
  const places = [...list(problem.candidates), ...faults.flatMap((fault) => list(fault.candidates))];
  const fields = faults.flatMap(({ pointer, parameter }) => text(pointer ?? parameter));
  return {
    status,
    kind: /\/problems\/([\w-]+)$/.exec(text(problem.type)[0] ?? '')?.[1] ?? 'unknown',
    fields: [...new Set(fields.map((one) => one.replace(/^\//, '').split('/')[0] ?? ''))],
    messages: messages.length > 0 ? messages : text(problem.detail),
    candidates: places.flatMap((place) => [...text(place), ...text(record(place).label)]),
    state: text(problem.state)[0] ?? null,
    coverage: readCoverage(problem.coverage),
    crisis: problem.crisis === true,
    query: problem.query ?? null,
    retryAfter,
  };
}

/** True if repeating the request may help, because the service or the network failed and not the request. */
export function mayRetry({ status }: Pick<Problem, 'status'>): boolean {
  return status === 0 || status === 429 || status >= 500;
}

function readCoverage(value: unknown): Coverage | null {
  const { states, origin } = record(value);
  const { state, listed } = record(origin);
  if (typeof listed !== 'boolean') return null;
  return { states: list(states).flatMap(text), origin: { state: text(state)[0] ?? null, listed } };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Wraps a string in a list; anything else becomes an empty list. */
function text(value: unknown): readonly string[] {
  return typeof value === 'string' && value !== '' ? [value] : [];
}
