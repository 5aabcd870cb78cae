import { vocabulary } from './vocabulary.ts';

export const tracks = vocabulary('schedule', {
  day: { label: 'Daytime', synonyms: ['day', 'daytime', 'morning', 'mornings'] },
  evening: { label: 'Evening', synonyms: ['evening', 'evenings', 'night', 'after work'] },
  weekend: { label: 'Weekend', synonyms: ['weekend', 'weekends', 'saturday'] },
});
