import { type Meter, newMeter } from '../dataset/dataset-reader.ts';
import type { Request } from './request.ts';

/** Facts about one request that the middlewares share. */
export interface RequestState {
  requestId: string;
  /** Name of the route that answered. */
  route: string;
  startedAt: number;
  /** The parsed request; null until the event has been read. */
  request: Request | null;
  /** True if a text of the request expresses danger to life. Set before anything else is checked. */
  crisis: boolean;
  readonly meter: Meter;
}

const states = new WeakMap<object, RequestState>();

/** The state of an event's request; one event is one request. */
export function stateOfEvent(event: unknown): RequestState {
  if (typeof event !== 'object' || event === null) throw new TypeError('the event is not an object');
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
