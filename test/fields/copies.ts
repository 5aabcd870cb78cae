import { ChangedCopy } from './changed-copy.ts';

/** A copy that lacks a field. */
export function withoutField(name: string, member: string): ChangedCopy {
  const copy = new ChangedCopy();
  copy.deleteRow(name);
  copy.editOfferings((offering) => delete offering[member]);
  return copy;
}

/** A copy with a made-up list of values, `setting`, and a made-up fact that is yes or no, `pets`. */
export function withTwoMore(): ChangedCopy {
  const copy = new ChangedCopy();
  copy.addRow(
    `  setting: {
    kind: 'list',
    unsaid: 32768,
    member: 'settings',
    fact: 18,
    mask: 13,
    description: 'What kind of place it is.',
    example: ['campus'],
    answer: { description: 'What kind of place it is.', example: ['campus'], lead: 'held on' },
    tool: 'What kind of place it is.',
    option: 'campus or farm',
    taxonomy: 'What kind of place a program is held at.',
    page: {
      place: 9,
      ask: { en: 'Kind of place it is', es: 'Tipo de lugar' },
      title: { en: 'Kind of place', es: 'Tipo de lugar' },
    },
  },
  pets: {
    kind: 'yes-no',
    unsaid: 65536,
    member: 'pets',
    fact: 19,
    flags: { yes: 16, no: 32 },
    description: 'Whether pets may come along.',
    example: true,
    answer: { description: 'Whether pets may come along.', yes: 'pets welcome', no: 'no pets', unknown: 'pets not known' },
    tool: 'Whether pets may come along.',
    option: 'whether pets may come along',
    page: {
      title: { en: 'Pets', es: 'Mascotas' },
      yes: { en: 'Pets may come along', es: 'Puede llevar mascotas' },
      no: { en: 'No pets', es: 'Sin mascotas' },
    },
  },`,
    'modality',
  );
  copy.create(
    'functions/domain/setting.ts',
    `import { vocabulary } from './vocabulary.ts';

export const settings = vocabulary('setting', {
  campus: { label: 'Hospital campus', synonyms: ['hospital campus'] },
  farm: { label: 'Working farm', synonyms: ['working farm'] },
});
`,
  );
  copy.edit('functions/domain/vocabularies.ts', (text) =>
    text
      .replace('export const vocabularies = {', 'export const vocabularies = {\n  setting: settings,')
      .replace('import type { Vocabulary }', "import { settings } from './setting.ts';\nimport type { Vocabulary }"),
  );
  copy.editOfferings((offering, index) =>
    Object.assign(offering, { settings: index === 0 ? ['campus'] : [], pets: index === 0 ? true : null }),
  );
  return copy;
}
