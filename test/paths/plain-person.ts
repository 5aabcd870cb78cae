import type { Level } from '../../functions/domain/level-of-care.ts';
import type { Offering } from '../../functions/domain/offering.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { modelsOf } from '../support/kleene.ts';

/**
 * A person who may take a path, as the plain search describes one. The plain search shares no code for this with the
 * real search.
 */
export interface PlainPerson {
  readonly gender: string;
  readonly age: string;
}

const everyone = ['women', 'men'].flatMap((gender) =>
  ['children', 'adolescents', 'young-adults', 'adults', 'seniors'].map((age): PlainPerson => ({ gender, age })),
);

export const personsAsked = ({
  age,
  gender,
}: {
  readonly age?: readonly string[] | undefined;
  readonly gender?: readonly string[] | undefined;
}): readonly PlainPerson[] =>
  everyone.filter(
    (person) => (age ?? [person.age]).includes(person.age) && (gender ?? [person.gender]).includes(person.gender),
  );

type Left = { readonly [Field in keyof PlainPerson]: string | null };

/** True if nothing that an offering says excludes the person. A null in the person is not checked. */
function takes({ only, genders, ages, admissions }: Offering, { gender, age }: Left, isModel: boolean): boolean {
  const denied = isModel ? [] : (admissions?.denied ?? []);
  const open = admissions?.open ?? [];
  if (gender !== null) {
    const kept = only.filter((one) => one === 'women' || one === 'men');
    if (kept.length > 0 && !kept.some((one) => one === gender)) return false;
    if (denied.includes(`gender.${gender}`)) return false;
    if (genders !== null && !genders.some((one) => one === gender) && !open.includes('gender')) return false;
  }
  if (age === null) return true;
  return !denied.includes(`age.${age}`) && (ages === null || ages.some((one) => one === age) || open.includes('age'));
}

interface Part {
  readonly offerings: readonly Offering[];
  readonly unknownLevels: readonly Level[];
}

/**
 * The parts of a center that one person may use: the offerings that accept the person, and, if it is unknown whether
 * the center has the level, what that level may be like for the person.
 */
export function acceptedOnly({ center, offerings }: CenterRecord, level: Level, person: Left): Part[] {
  const record = { center, offerings };
  const alive = offerings.filter(({ confirmation }) => confirmation.state !== 'denied');
  const known: Part = { offerings: alive.filter((one) => takes(one, person, false)), unknownLevels: [] };
  if (!center.unknownLevels.includes(level)) return [known];
  const models = modelsOf(record, alive, level).filter((one) => takes(one, person, true));
  if (alive.length > 0 && models.length === 0) return [known];
  return [known, { offerings: models, unknownLevels: [level] }];
}
