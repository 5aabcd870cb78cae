import * as z from 'zod';
import { pathsAnswerSchema } from '../../v1/answers/paths.ts';
import { answerPaths } from '../../v1/find-paths.ts';
import { pathsFields } from '../../v1/parameters/paths-fields.ts';
import { readPathsFields } from '../../v1/parameters/paths-request.ts';
import { pathsText } from '../texts/paths-text.ts';
import { closingShape } from './output.ts';
import type { Tool } from './tool.ts';

const input = z.strictObject({
  ...pathsFields,
  near: pathsFields.near.describe(
    'Where the person is: a five-digit ZIP ("85004"), a city with its state ("Phoenix, AZ"), or a point "latitude,longitude". Ask the person; "me" is not known here.',
  ),
  levels: pathsFields.levels.describe('The levels of care in the order the person goes through them, each once.'),
  payer: pathsFields.payer.describe(
    'One payer that all centers of a path take: a kind such as "medicaid", or the slug of a named insurer.',
  ),
  age: pathsFields.age.describe(
    'How old the person is: years such as 16, or a band. Left out, every path is still for one age; see `onlyFor`.',
  ),
  gender: pathsFields.gender.describe(
    'Whether the person is a woman or a man. Left out, every path is still for one of them; see `onlyFor`.',
  ),
  population: pathsFields.population.describe(
    'Whom every program is made for. Leave it out unless the person asks for such programs.',
  ),
  include: pathsFields.include.describe(
    '"unknown" also takes centers whose listing cannot say; each leg then has `certainty`, and one in doubt `ask`.',
  ),
});

// Shows the query as the request's schemas parsed it; it is not parsed again.
const query = z.record(z.string(), z.unknown()).describe('The question as it was understood.');

export const findCarePaths: Tool = {
  name: 'find_care_paths',
  title: 'Find paths through levels of care',
  description:
    'For a person who moves from one level to the next, such as from detox to residential treatment to an IOP: the ways through one center for each level with the least total distance, exact. ' +
    'Use it when somebody plans what comes after detox or a stay; for one level use find_programs_near. ' +
    'A center that has two of the levels may serve for both, 0 miles apart. Distances are great-circle. `alternatives` says what asking centers in doubt, or another payer, would save. ' +
    'All centers of a path accept the same person; `onlyFor` says whom, where that is not everybody: say it with the path.',
  input,
  output: z.object({ ...pathsAnswerSchema.shape, query, ...closingShape }),
  isShownAsCards: true,
  remedy: 'Correct the arguments and call find_care_paths again; ask the person where you do not know.',
  async answer(given, context) {
    const listed = await context.locator.glimpse(context.meter);
    const facts = await answerPaths(
      readPathsFields(given, { places: context.places(), ...listed, isElsewhere: true }),
      context,
    );
    return { facts, text: pathsText(facts) };
  },
};
