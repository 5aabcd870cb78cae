import type { State } from './state.ts';

/**
 * The name by which members know their state's Medicaid; null if it is just called Medicaid. Medicaid and other state
 * plans belong to the center's state: they seldom pay for care in another state. Names are from the states' own
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

/** The reason why a value only holds within the center's state; null if it holds everywhere. */
export function boundTo(field: string, value: string): 'medicaid' | 'plan' | 'telehealth' | null {
  if (field === 'payer') return value === 'medicaid' ? 'medicaid' : value === 'state' ? 'plan' : null;
  return field === 'modality' && value === 'telehealth' ? 'telehealth' : null;
}

/** The plan's own name in a state; null if it has none, or the state is not served. */
export function medicaidNameIn(state: string): string | null {
  return Object.hasOwn(medicaidNames, state) ? medicaidNames[state as State] : null;
}
