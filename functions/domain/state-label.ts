import { type State, stateNames } from './state.ts';
import { boundTo, medicaidNameIn } from './state-plans.ts';

/**
 * A value's label at a center of the state: "Medicaid (Arizona: AHCCCS)", "State-financed plan (Arizona)", "Telehealth
 * (for people in Arizona; elsewhere, ask)". Other labels are unchanged.
 */
export function labelInState(field: string, value: string, label: string, state: State): string {
  const name = stateNames[state];
  switch (boundTo(field, value)) {
    case 'medicaid': {
      const plan = medicaidNameIn(state);
      return `${label} (${plan === null ? name : `${name}: ${plan}`})`;
    }
    case 'plan':
      return `${label} (${name})`;
    case 'telehealth':
      // Shown with telehealth, because a clinician needs a license in the state where the client is.
      return `${label} (for people in ${name}; elsewhere, ask)`;
    case null:
      return label;
  }
}
