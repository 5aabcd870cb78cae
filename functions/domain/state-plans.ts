import type { State } from './state.ts';

/**
 * The name that members know their state's Medicaid by; null where it is just called Medicaid. Medicaid and other plans
 * that a state finances are the center's own state's: they seldom pay for care across a state line.
 * Names as the states' own Medicaid sites give them in 2026.
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

/** How a value of a field ends at the center's state line; null where it does not. */
export function boundTo(field: string, value: string): 'medicaid' | 'plan' | 'telehealth' | null {
  if (field === 'payer') return value === 'medicaid' ? 'medicaid' : value === 'state' ? 'plan' : null;
  return field === 'modality' && value === 'telehealth' ? 'telehealth' : null;
}

/** The plan's own name in a state; null where it has none, or the state is not served. */
export function medicaidNameIn(state: string): string | null {
  return Object.hasOwn(medicaidNames, state) ? medicaidNames[state as State] : null;
}
