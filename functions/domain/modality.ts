import { vocabulary } from './vocabulary.ts';

export const modalities = vocabulary('modality', {
  'in-person': { label: 'In person', synonyms: ['in person', 'on site', 'onsite', 'face to face'] },
  telehealth: {
    label: 'Telehealth',
    synonyms: ['telehealth', 'online', 'virtual', 'telemedicine', 'video visits', 'remote', 'teletherapy', 'from home'],
    samhsa: ['TAP:TELE'],
  },
});
