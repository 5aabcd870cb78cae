import { vocabulary } from './vocabulary.ts';

/** Support for parents in treatment and their children. */
export const families = vocabulary('families', {
  childcare: {
    label: 'Childcare for clients’ children',
    synonyms: ['childcare', 'child care', 'day care', 'daycare'],
    samhsa: ['AS:CCC'],
  },
  'beds-for-children': {
    label: 'Beds for clients’ children',
    synonyms: ['beds for children', 'room for children', 'live in with children', 'rehab with children'],
    samhsa: ['AS:BC'],
  },
});
