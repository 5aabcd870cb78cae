import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ADMISSIONS, fact, PROVIDER } from '../../functions/dataset/facts.ts';
import { FLAGS, flag, UNSAID, VOCABULARIES } from '../../functions/dataset/index-nodes.ts';
import {
  fieldNames,
  fields,
  fieldsOf,
  isClosed,
  listFields,
  memberFields,
  yesNoFields,
} from '../../functions/domain/fields.ts';
import { sourceVocabularies } from '../../functions/domain/source-vocabulary.ts';
import { vocabularyOf } from '../../functions/domain/vocabularies.ts';
import { isField } from '../../functions/query/sayings/field.ts';
import { sayings } from '../../functions/query/sayings/index.ts';
import { clustered } from '../publish/clustered.ts';
import { built, textOf } from '../publish/items.ts';

/**
 * Published pages contain these positions, so lines may be added but never changed. The line of a deleted field stays
 * as a comment.
 */
const storedFacts = {
  conditions: 0,
  populations: 1,
  therapies: 2,
  payers: 3,
  languages: 5,
  modalities: 6,
  housing: 8,
  ages: 11,
  genders: 12,
  families: 13,
};
const storedMasks = {
  conditions: 0,
  populations: 1,
  therapies: 2,
  payers: 3,
  modalities: 4,
  tracks: 5,
  ages: 7,
  genders: 8,
  families: 9,
};

test('positions in published data stay what they were', () => {
  const facts = [...memberFields, ...yesNoFields].map((name) => [fields[name].member, fields[name].fact]);
  expect(Object.fromEntries(facts)).toEqual(storedFacts);
  expect(fact).toEqual({ insurers: 4, schedule: 7, confirmation: 9, intake: 10, only: 14, vocabulary: 15 });
  expect([ADMISSIONS, PROVIDER]).toEqual([16, 17]);
  const masks = fieldsOf('list', 'accepted', 'payers', 'times').map((name) => [fields[name].member, fields[name].mask]);
  expect(Object.fromEntries(masks)).toEqual(storedMasks);
  expect([FLAGS, UNSAID, VOCABULARIES]).toEqual([6, 11, 12]);
  expect(fields.housing.flags).toEqual({ yes: 1, no: 2 });
  expect(flag).toEqual({ scheduleKnown: 4, confirmed: 8, unknownLevel: 256 });
  expect(sourceVocabularies).toEqual(['open', 'substance-use', 'mental-health']);
});

test('no position and no name is taken twice', () => {
  const facts: number[] = [
    ADMISSIONS,
    PROVIDER,
    ...Object.values(fact),
    ...[...memberFields, ...yesNoFields].map((name) => fields[name].fact),
  ];
  const masks: number[] = [
    FLAGS,
    UNSAID,
    VOCABULARIES,
    ...fieldsOf('list', 'accepted', 'payers', 'times').map((name) => fields[name].mask),
  ];
  const flags: number[] = [...Object.values(flag), ...yesNoFields.flatMap((name) => Object.values(fields[name].flags))];
  const members: string[] = [...memberFields, ...yesNoFields].map((name) => fields[name].member);
  const rows: readonly { readonly unsaid?: number }[] = fieldNames.map((name) => fields[name] as object);
  const unsaid = [2048, ...rows.flatMap((row) => row.unsaid ?? [])];
  for (const taken of [facts, masks, flags, members, unsaid]) expect(new Set<unknown>(taken).size).toBe(taken.length);
});

test('the same records are published as the same items', () => {
  const { blobs } = built(clustered(300));
  const texts = [...blobs.values()].map(textOf).sort();
  expect(texts.length).toBeGreaterThan(10);
  expect(createHash('sha256').update(texts.join('\n')).digest('hex')).toBe(
    '9e4bd59c0db7235d813acfca87851abdd1fce59c429627f10e4a8ffd2b987053',
  );
});

test('every example is a value that the field takes', () => {
  for (const field of listFields) {
    const { example } = fields[field];
    expect(example.length, field).toBeGreaterThan(0);
    if (isClosed(field)) for (const value of example) expect(vocabularyOf(field).codes, field).toContain(value);
  }
});

test('every vocabulary has the name of its field', () => {
  for (const field of listFields.filter(isClosed)) expect(vocabularyOf(field).name).toBe(field);
});

test('every saying is of a field and a value that there are', () => {
  for (const { said, means = {}, implies = {} } of sayings) {
    for (const [field, values = []] of [...Object.entries(means), ...Object.entries(implies)]) {
      expect(isField(field), `${field}, meant by "${said}"`).toBe(true);
      const closed = fieldNames.filter(isClosed).find((name) => name === field);
      if (closed !== undefined) for (const value of values) expect(vocabularyOf(closed).codes, said).toContain(value);
    }
  }
});
