import { type State, stateCodes } from '../domain/state.ts';
import type { Places } from '../places/places.ts';
import type { Span } from './span.ts';
import type { Where } from './where.ts';

/** The states whose health plans the text names, in the order of the list of states. */
export function planStates(spans: readonly Span[]): readonly State[] {
  const named = new Set(
    spans.flatMap(({ meanings }) => meanings).flatMap(({ field, value }) => (field === 'in' ? [value] : [])),
  );
  return stateCodes.filter((state) => named.has(state));
}

/**
 * Uses the state of a health plan to find the place. In "apple health detox everett", several towns are called Everett;
 * the one in Washington is meant. In "virtual iop illinois medicaid" no place is named, so the place is Illinois.
 * @param isNamed True if a plan is called by its state's name.
 */
export function inPlanState(where: Where, plans: readonly State[], places: Places, isNamed: boolean): Where {
  const [plan, ...others] = plans;
  const { near } = where;
  if (plan !== undefined && others.length === 0 && near === null && where.state === null && isNamed)
    return { ...where, state: plan, unservedState: null };
  if (plan === undefined || others.length > 0 || near === null || near === 'me') return where;
  const name = places.parsePlace(near);
  if (name === null || name.state !== null) return where;
  const [town] = places.named(name.name, plan);
  if (town === undefined) return where;
  const read = new Map(
    [...where.read].map(([span, one]) => [span, one.value === near ? { ...one, value: town.label } : one]),
  );
  return { ...where, near: town.label, read };
}
