import { postalStates } from '../../../functions/places/postal-states.ts';

/**
 * Codes of freely associated states and of military mail. The Postal Service has these codes, so the directories may
 * use them.
 */
const further = ['FM', 'MH', 'PW', 'AA', 'AE', 'AP'];

const codes: readonly string[] = [...postalStates.map(([code]) => code), ...further];

/** All valid codes in a directory's column of states. Any other text is a misspelling. */
export const knownStates: ReadonlySet<string> = new Set(codes);

/** Returns the code of a state whose name is given in capital letters; null if there is no such state. */
export const codeOfStateName = (name: string): string | null =>
  postalStates.find(([, full]) => full.toUpperCase() === name)?.[0] ?? null;
