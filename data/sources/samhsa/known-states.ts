import { postalStates } from '../../../functions/places/postal-states.ts';

/** Freely associated states, and the military's: the Postal Service has codes for them, and the directories may. */
const further = ['FM', 'MH', 'PW', 'AA', 'AE', 'AP'];

const codes: readonly string[] = [...postalStates.map(([code]) => code), ...further];

/** Every code that may stand in a directory's column of states; another one is misspelt. */
export const knownStates: ReadonlySet<string> = new Set(codes);

/** The code of a state that is written out in capitals. */
export const codeOfStateName = (name: string): string | null =>
  postalStates.find(([, full]) => full.toUpperCase() === name)?.[0] ?? null;
