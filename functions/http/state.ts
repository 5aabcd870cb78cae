import { type Meter, newMeter } from '../dataset/dataset-reader.ts';
import type { Request } from './request.ts';

/** What the parts of the stack tell each other of one request. */
export interface RequestState {
  requestId: string;
  /** Name of the route that answered. */
  route: string;
  startedAt: number;
  /** Null until the event has been read. */
  request: Request | null;
  /** Whether a text of the request speaks of danger to life; read before all else. */
  crisis: boolean;
  readonly meter: Meter;
}

const states = new WeakMap<object, RequestState>();

/** The state of the request behind an event; one event is one request. */
export function stateOfEvent(event: unknown): RequestState {
  if (typeof event !== 'object' || event === null) throw new TypeError('the event is no object');
  let state = states.get(event);
  if (state === undefined) {
    const requestId = requestIdOf(event);
    state = { requestId, route: 'none', startedAt: 0, request: null, crisis: false, meter: newMeter() };
    states.set(event, state);
  }
  return state;
}

function requestIdOf(event: { requestContext?: { requestId?: unknown } | null }): string {
  const id = event.requestContext?.requestId;
  return typeof id === 'string' ? id : '';
}
