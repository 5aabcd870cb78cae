import { postalStates } from '../../../functions/places/postal-states.ts';

/**
 * Freely associated states and military mail: the Postal Service has codes for them, and the directories may use these.
 */
const further = ['FM', 'MH', 'PW', 'AA', 'AE', 'AP'];

const codes: readonly string[] = [...postalStates.map(([code]) => code), ...further];

/** Every valid code in a directory's column of states; any other is a misspelling. */
export const knownStates: ReadonlySet<string> = new Set(codes);

/** Returns the code of a state whose name is given in capital letters; null if there is no such state. */
export const codeOfStateName = (name: string): string | null =>
  postalStates.find(([, full]) => full.toUpperCase() === name)?.[0] ?? null;
