import { fields, fieldsOf, yesNoFields } from '../domain/fields.ts';
import { type Level, levels } from '../domain/level-of-care.ts';
import { canSayLevel } from '../domain/silence/silence.ts';
import { sourceVocabularies } from '../domain/source-vocabulary.ts';
import { ADMISSIONS, type Facts, fact, isDenied, PROVIDER, yesNo } from './facts.ts';
import { factsOf, type PackedCenter, packed } from './packed-center.ts';

/** Levels at which clients live on site. Their offerings say nothing about attending from home. */
const livedIn: ReadonlySet<number> = new Set(
  (['residential', 'inpatient', 'detox', 'sober-living'] as const).map((level) => levels.codes.indexOf(level)),
);

/**
 * Treats an unknown level as an offering of that level. Its facts are those of the center's offerings whose source has
 * no word for the level: a directory that has one did not list the level. Facts about one program (schedule, housing,
 * confirmation, intake) are unknown. If a provider states facts about a program, none of that program's facts are used.
 * @param level Position in the list of levels, of a level that the center's sources cannot tell.
 */
export function factsOfUnknownLevel(row: PackedCenter, level: number): readonly Facts[] {
  const listed = row[packed.offerings]
    .map((offering) => ({ at: offering[1], facts: factsOf(row, offering) }))
    .filter(({ facts }) => !isDenied(facts));
  const silent = listed.filter(({ facts }) => !canSayLevel(sourceOf(facts), codeOf(level)));
  const models = silent.length > 0 ? silent : listed;
  if (models.length === 0) return [NOTHING_KNOWN];
  // Facts that a provider states about one of its programs are not known for another program.
  return models.map(({ at, facts }) =>
    facts[PROVIDER] ? NOTHING_KNOWN : modeledOn(facts, livedIn.has(at) !== livedIn.has(level)),
  );
}

function modeledOn(facts: Facts, attendedOtherwise: boolean): Facts {
  const model: unknown[] = [...facts];
  model[fact.schedule] = 0;
  model[fact.confirmation] = 0;
  model[fact.intake] = 0;
  for (const field of yesNoFields) model[fields[field].fact] = yesNo.unknown;
  if (attendedOtherwise) model[fields.modality.fact] = 0;
  // Values that admissions denied are about one program only, so they are left out. Which lists are incomplete is about
  // all programs of the center.
  const admissions = facts[ADMISSIONS];
  if (admissions) model[ADMISSIONS] = admissions[0] === 0 ? 0 : [admissions[0], []];
  return model as unknown as Facts;
}

const sourceOf = (facts: Facts) => sourceVocabularies[facts[fact.vocabulary] ?? 0] ?? 'open';

function codeOf(level: number): Level {
  const code = levels.codes[level];
  if (code === undefined) throw new RangeError(`there is no level ${level}`);
  return code;
}

const NOTHING_KNOWN = nothingKnown();

function nothingKnown(): Facts {
  const facts: unknown[] = Array(1 + fact.vocabulary).fill(0);
  for (const field of fieldsOf('languages')) facts[fields[field].fact] = [];
  facts[fact.insurers] = [];
  return facts as unknown as Facts;
}
