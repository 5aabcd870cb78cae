import type { FieldRow } from './field-row.ts';

/**
 * The fields that narrow a search. All code that handles a field is generated from this table: types, parsers, the
 * filter and its match, stored positions, counts, what typed words mean, the API's documents, FHIR, HSDS, tools for
 * models, sheets, command options and the page's forms. Delete a row and all of them lose the field; add one and they
 * have it, apart from the texts and examples that CONTRIBUTING lists. field-row.ts explains the columns. Fields are named in this order everywhere. The values of a closed list
 * are in the vocabulary of the same name (vocabularies.ts). Plain data, because the page's script contains it too. To
 * add a field: a row with free positions; a vocabulary if it is a list; its positions in test/fields/table.test.ts.
 */
export const fields = {
  level: {
    kind: 'level',
    description: 'Level of care. Several values mean any of them.',
    example: ['iop'],
    tool: 'Level of care: op outpatient, iop intensive outpatient (about 9 to 19 hours a week), php partial hospitalization (20 hours or more), residential, inpatient hospital, detox withdrawal management, aftercare, sober-living. Several values mean any of them.',
    option: 'levels of care',
    taxonomy: 'Levels of care, from aftercare to hospital inpatient.',
    page: {
      place: 11,
      ask: { en: 'Kind of program', es: 'Tipo de programa' },
    },
  },
  condition: {
    kind: 'list',
    unsaid: 1,
    member: 'conditions',
    fact: 0,
    mask: 0,
    description: 'What is treated. `substance-use` and `mental-health` also match what is below them in the taxonomy.',
    example: ['alcohol'],
    answer: { description: 'What it treats, as far as the sources say.', example: ['alcohol'], lead: 'treats' },
    tool: 'What is treated. "substance-use" and "mental-health" also find what is below them. Several values mean any of them.',
    option: 'what is treated',
    taxonomy: 'What a program treats.',
    page: {
      place: 6,
      ask: { en: 'What it treats', es: 'Qué trata' },
      title: { en: 'Treats', es: 'Trata' },
    },
  },
  population: {
    kind: 'list',
    unsaid: 2,
    member: 'populations',
    fact: 1,
    mask: 1,
    description:
      'Whom the program is made for. Several values mean any of them; `age` and `gender` ask who is accepted.',
    example: ['women'],
    answer: { description: 'Whom it has a program for.', example: ['women'], lead: 'for' },
    tool: 'Whom the program is made for. Leave it out unless the person asks for such a program. Several values mean any of them.',
    option: 'for whom',
    taxonomy: 'Whom a program is made for, or whom it has a special track for.',
    page: {
      place: 2,
      ask: { en: 'A program for', es: 'Un programa para' },
      title: { en: 'Programs for', es: 'Programas para' },
    },
  },
  age: {
    kind: 'accepted',
    unsaid: 4096,
    silence: 'unknown',
    member: 'ages',
    fact: 11,
    mask: 7,
    description:
      'Whom the program accepts, by age: years such as `16`, or bands (`adolescents` 13 to 17). An age that ' +
      'nobody states is unknown, never no: `include=unknown` lists such centers.',
    example: ['adolescents'],
    answer: {
      description:
        'Ages that it accepts, as far as the sources say; null if they do not. An age that is missing is unknown, not refused.',
      example: ['young-adults', 'adults'],
      lead: 'accepts ages',
    },
    tool: 'How old the person is: years such as 16, or a band. It asks who is accepted, not for whom the program is made. Several values mean any of them.',
    option: 'who is accepted: years such as 16, or a band',
    taxonomy: 'Ages that a program accepts.',
    page: {
      place: 3,
      ask: { en: 'Age of the person', es: 'Edad de la persona' },
      title: { en: 'Ages accepted', es: 'Edades que acepta' },
    },
  },
  gender: {
    kind: 'accepted',
    unsaid: 8192,
    silence: 'unknown',
    member: 'genders',
    fact: 12,
    mask: 8,
    description: 'Whom the program accepts: women or men. If nobody says so, it is unknown, never no.',
    example: ['women'],
    answer: {
      description: 'Genders that it accepts; null if the sources do not say.',
      example: ['women', 'men'],
      lead: 'accepts',
    },
    tool: 'Whether women or men are accepted. For a program made for women or men use population.',
    option: 'who is accepted: women or men',
    taxonomy: 'Whether a program accepts women or men.',
    page: {
      place: 4,
      ask: { en: 'Takes women or men', es: 'Acepta mujeres u hombres' },
      title: { en: 'Women or men', es: 'Mujeres u hombres' },
      optional: true,
    },
  },
  families: {
    kind: 'list',
    unsaid: 16384,
    member: 'families',
    fact: 13,
    mask: 9,
    description: 'What a parent needs: childcare, or beds for the children where the parent stays.',
    example: ['childcare'],
    answer: { description: 'What it has for clients’ children.', example: ['childcare'], lead: 'for parents' },
    tool: 'What a parent needs: childcare, or beds for children where the parent lives during treatment. Several values mean any of them.',
    option: 'childcare or beds-for-children',
    taxonomy: 'What a center has for its clients’ children.',
    page: {
      place: 10,
      ask: { en: 'For your children', es: 'Para sus hijos' },
      title: { en: 'For parents', es: 'Para madres y padres' },
      optional: true,
    },
  },
  therapy: {
    kind: 'list',
    unsaid: 4,
    member: 'therapies',
    fact: 2,
    mask: 2,
    description: 'How it treats. Several values mean any of them.',
    example: ['cbt', 'dbt'],
    answer: { description: 'How it treats.', example: ['cbt'], lead: 'therapies' },
    tool: 'How it treats. Several values mean any of them.',
    option: 'how',
    taxonomy: 'How a program treats.',
    page: {
      place: 9,
      ask: { en: 'Therapy', es: 'Terapia' },
      title: { en: 'Therapies', es: 'Terapias' },
      optional: true,
    },
  },
  payer: {
    kind: 'payers',
    unsaid: 8,
    member: 'payers',
    fact: 3,
    mask: 3,
    description:
      'Who pays: a kind of payer (`medicaid`, `private`, …) or the slug of a named insurer in the listings; ' +
      '`/v1/taxonomy` lists both.',
    example: ['medicaid'],
    answer: {
      description: 'Who may pay: kinds of payers, and slugs of named insurers.',
      example: ['medicaid', 'aetna'],
      lead: 'paid by',
    },
    tool: 'Who pays: a kind of payer or the slug of a named insurer; list_filters knows them. Few listings name insurers: "private" finds more than "aetna". Several values mean any of them.',
    option: 'ways to pay, or an insurer',
    taxonomy: 'Ways to pay: kinds, and insurers that the data names.',
    page: {
      place: 1,
      ask: { en: 'How would you pay?', es: '¿Cómo pagaría?' },
      title: { en: 'Ways to pay', es: 'Formas de pago' },
    },
  },
  modality: {
    kind: 'list',
    unsaid: 16,
    member: 'modalities',
    fact: 6,
    mask: 4,
    description: 'Whether one comes in person or joins by video.',
    example: ['telehealth'],
    answer: {
      description: 'Whether one comes in person or joins by video.',
      example: ['in-person'],
      lead: 'attended',
    },
    tool: 'In person or by video. Several values mean any of them.',
    option: 'in-person or telehealth',
    taxonomy: 'Whether a program is attended in person or from afar.',
    page: {
      place: 7,
      ask: { en: 'In person or online', es: 'En persona o en línea' },
      title: { en: 'How', es: 'Cómo' },
    },
  },
  schedule: {
    kind: 'times',
    unsaid: 32,
    silence: 'unsaid',
    member: 'tracks',
    mask: 5,
    description: 'Time of day. Only offerings whose times are known match.',
    example: ['evening'],
    tool: 'Time of day. Few listings say, and only those match. Several values mean any of them.',
    option: 'day, evening or weekend',
    taxonomy: 'When a program meets.',
    page: {
      place: 8,
      ask: { en: 'Time of day', es: 'Horario' },
      title: { en: 'Times', es: 'Horario' },
    },
  },
  language: {
    kind: 'languages',
    unsaid: 64,
    member: 'languages',
    fact: 5,
    description:
      'Languages as BCP 47 tags in any case, looked up by RFC 4647: `es-MX` asks for `es`, `fil` for `tl`. English leaves ' +
      'no center out; `ase` is American Sign Language. A language that no listing has is a 400 that names the nearest.',
    example: ['es'],
    answer: {
      description: 'Languages other than English, as BCP 47; `ase` is American Sign Language.',
      example: ['es'],
      lead: 'languages',
    },
    tool: 'Languages as BCP 47 tags ("es", "es-MX"); "ase" is American Sign Language. English leaves no center out.',
    option: 'BCP 47, such as es or es-MX; ase is American Sign Language',
    page: {
      place: 5,
      ask: { en: 'Language besides English', es: 'Idioma además del inglés' },
      title: { en: 'Languages', es: 'Idiomas' },
    },
  },
  housing: {
    kind: 'yes-no',
    unsaid: 128,
    member: 'housing',
    fact: 8,
    flags: { yes: 1, no: 2 },
    description: 'Whether clients live there. Only offerings that say so match.',
    example: true,
    answer: {
      description: 'Whether clients live there; null if unknown.',
      yes: 'clients live there',
      no: 'clients live at home',
      unknown: 'housing not known',
    },
    tool: 'Whether clients live there. Only programs that say so match.',
    option: 'whether clients live there',
    page: {
      title: { en: 'Housing', es: 'Vivienda' },
      yes: { en: 'You can live there during the program', es: 'Puede vivir ahí durante el programa' },
      no: { en: 'You live at home', es: 'Vive en su casa' },
    },
  },
  maxHoursPerWeek: {
    kind: 'at-most',
    unsaid: 256,
    unit: 'hours',
    most: 168,
    description: 'At most this many hours a week. Only offerings whose hours are known match.',
    example: 12,
    tool: 'At most this many hours a week. Only programs whose hours are known match.',
    option: 'only programs whose schedule is known and fits',
  },
  maxSessionsPerWeek: {
    kind: 'at-most',
    unsaid: 512,
    unit: 'sessions',
    most: 50,
    description: 'At most this many sessions a week. Only offerings whose sessions are known match.',
    example: 4,
    tool: 'At most this many sessions a week. Only programs whose sessions are known match.',
    option: 'only programs whose schedule is known and fits',
  },
  maxWeeks: {
    kind: 'at-most',
    unsaid: 1024,
    unit: 'weeks',
    most: 520,
    description: 'At most this many weeks. Only offerings whose length is known match.',
    example: 12,
    tool: 'At most this many weeks. Only programs whose length is known match.',
    option: 'only programs whose schedule is known and fits',
  },
  organization: {
    kind: 'organizations',
    description: 'Slugs of organizations, so that a provider’s site lists its own centers only.',
    example: ['open-door-health'],
    tool: 'Slugs of organizations, as results give them.',
    option: 'only centers run by these organizations',
  },
  in: {
    kind: 'states',
    description:
      'Keeps results to centers in these states, by postal code in any case. Use it with `near`, `cell`, `q` or `name`; ' +
      '`state` names one state by itself. Medicaid and state plans, and telehealth as a rule, end at the state line.',
    example: ['AZ', 'NV'],
    tool: "Only centers in these states, by postal code. Use it together with near when a plan or telehealth must be of one state: Medicaid pays only in the person's own state.",
    option: 'only centers in these states',
  },
  confirmed: {
    kind: 'confirmed',
    description:
      'Only offerings that admissions confirmed: `true` for any that is not stale, or a longest age in days such as `30d`.',
    example: '30d',
    tool: 'Only programs that admissions confirmed: true, or a longest age in days such as "30d".',
    option: 'confirmed by admissions: true, or a longest age',
  },
  accepting: {
    kind: 'accepting',
    description: 'Leaves out offerings known to be full or closed to intake.',
    example: true,
    tool: 'true leaves out programs known to be full or closed to new clients.',
    option: 'leave out those known to be full or closed',
  },
} as const satisfies Readonly<Record<string, FieldRow>>;

export type Fields = typeof fields;
export type FieldName = keyof Fields;
export type Kind = Fields[FieldName]['kind'];
/** The fields of the given kinds. */
export type FieldOf<K extends FieldRow['kind']> = {
  [Name in FieldName]: Fields[Name]['kind'] extends K ? Name : never;
}[FieldName];

export const fieldNames = Object.keys(fields) as FieldName[];

/** Applies a function to each row of the table; returns the results by the field's name. */
export function mapFields<Value>(make: (row: Fields[FieldName], name: FieldName) => Value): Record<FieldName, Value> {
  return Object.fromEntries(fieldNames.map((name) => [name, make(fields[name], name)])) as Record<FieldName, Value>;
}

/** The fields of these kinds, in the table's order. */
export function fieldsOf<K extends FieldRow['kind']>(...kinds: readonly K[]): FieldOf<K>[] {
  const wanted: readonly string[] = kinds;
  return fieldNames.filter((name): name is FieldOf<K> => wanted.includes(fields[name].kind));
}

/** Fields whose values are a list that can be shown. */
export const listFields = fieldsOf('level', 'list', 'accepted', 'payers', 'times', 'languages');
export type ListField = (typeof listFields)[number];
export const isListField = (name: string): name is ListField => (listFields as readonly string[]).includes(name);

/**
 * List fields whose values are in a vocabulary (vocabularies.ts). For payers, named insurers are added to the
 * vocabulary.
 */
export const closedFields = fieldsOf('level', 'list', 'accepted', 'payers', 'times');
export type ClosedField = (typeof closedFields)[number];
const closed: ReadonlySet<FieldName> = new Set(closedFields);
export const isClosed = (field: FieldName): field is ClosedField => closed.has(field);

/** Fields that are a list in an offering, in the order in which the offering stores and shows them. */
export const memberFields = fieldsOf('list', 'accepted', 'payers', 'languages').sort(
  (a, b) => fields[a].fact - fields[b].fact,
);
export type MemberField = (typeof memberFields)[number];

/** Fields whose list says who is accepted; null if the sources do not say. */
export const acceptedFields = fieldsOf('accepted');
export type AcceptedField = (typeof acceptedFields)[number];
const accepted: ReadonlySet<FieldName> = new Set(acceptedFields);
export const isAccepted = (field: FieldName): field is AcceptedField => accepted.has(field);

export const yesNoFields = fieldsOf('yes-no');
export type YesNoField = (typeof yesNoFields)[number];
