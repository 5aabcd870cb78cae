import { isState, type State, stateNames } from '../../../domain/state.ts';
import { medicaidNames } from '../../../domain/state-plans.ts';
import type { SearchBody } from './fields.ts';
import type { Origin } from './origin.ts';

/** Puts state codes into upper case. */
export function withStateCodes(fields: Record<string, unknown>): Record<string, unknown> {
  const { state, in: states } = fields;
  return {
    ...fields,
    ...(state === undefined ? {} : { state: stateCode(state) }),
    ...(Array.isArray(states) ? { in: states.map(stateCode) } : {}),
  };
}

function stateCode(given: unknown): unknown {
  const code = typeof given === 'string' ? given.trim().toUpperCase() : '';
  return isState(code) ? code : given;
}

/**
 * Refuses `state` together with `in`, since both say where. If `q` names a whole state, that state is searched, but
 * only if `in` allows it: somebody may type "iop in arizona" on a page that is restricted to Arizona and Nevada.
 */
export function withinAskedStates(
  asked: Partial<SearchBody>,
  said: Partial<SearchBody>,
  named: { has(name: string): boolean },
  at: (name: string, message: string) => void,
): Partial<SearchBody> {
  const { state, in: states, ...others } = asked;
  if (named.has('state') && named.has('in')) {
    at('in', 'cannot be combined with state: use state for one whole state, or in beside near, cell, q or name');
    return asked;
  }
  if (state === undefined || states === undefined || said.state !== undefined) return asked;
  if (states.includes(state)) return { ...others, state };
  const kept = states.map((code) => stateNames[code]).join(' and ');
  at(
    'q',
    said.in === undefined
      ? `names ${stateNames[state]}, and a plan of ${kept}: say which is meant`
      : `names ${stateNames[state]}, but in keeps to ${kept}`,
  );
  return asked;
}

/**
 * Restricts a telehealth search with a named place, such as "telehealth iop needles ca", to that place's state: a
 * clinician needs a license of the state that the client is in. If that finds nothing, the alternatives propose to drop
 * the restriction.
 */
export function withinTelehealthState(
  asked: Partial<SearchBody>,
  said: Partial<SearchBody>,
  origin: Origin | null,
): Partial<SearchBody> {
  const isNamed = origin?.kind === 'zip' || origin?.kind === 'place' || origin?.kind === 'point';
  const isAtHome = asked.modality?.every((modality) => modality === 'telehealth') === true;
  const state = origin?.state;
  if (!isNamed || !isAtHome || !isState(state) || asked.in !== undefined || said.modality !== undefined) return asked;
  return { ...asked, in: [state] };
}

/** Message that asks for a place in the state of a plan, if the text names the plan but no place. */
export function whereInState(state: State): string {
  const plan = medicaidNames[state] ?? 'Medicaid';
  return `names ${plan}, which is ${stateNames[state]}'s, but no place: name a city or a ZIP in ${stateNames[state]}, or search it whole with state=${state}`;
}
