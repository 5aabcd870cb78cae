import type { State } from './state.ts';

/**
 * Name that members use for their state's Medicaid; null if they just call it Medicaid. Medicaid and other state plans
 * belong to the state of the center, because they seldom pay for care in another state. Names are from the states' own
 * Medicaid sites in 2026.
 */
export const medicaidNames: Readonly<Record<State, string | null>> = {
  AZ: 'AHCCCS',
  CA: 'Medi-Cal',
  CO: 'Health First Colorado',
  IL: 'HealthChoice Illinois',
  NV: null,
  NJ: 'NJ FamilyCare',
  OK: 'SoonerCare',
  WA: 'Apple Health',
};

/** The reason why a value of a field only holds in the center's state; null if it holds everywhere. */
export function boundTo(field: string, value: string): 'medicaid' | 'plan' | 'telehealth' | null {
  if (field === 'payer') return value === 'medicaid' ? 'medicaid' : value === 'state' ? 'plan' : null;
  return field === 'modality' && value === 'telehealth' ? 'telehealth' : null;
}

/** The name of the plan in a state; null if it has no name of its own, or we do not serve the state. */
export function medicaidNameIn(state: string): string | null {
  return Object.hasOwn(medicaidNames, state) ? medicaidNames[state as State] : null;
}
