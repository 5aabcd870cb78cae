import * as z from 'zod';
import { mapFields } from '../../../domain/fields.ts';
import { stateNames } from '../../../domain/state.ts';
import { faultAt } from '../../../http/faults.ts';
import { badRequest } from '../../../http/problem.ts';
import { searchAnswerSchema } from '../../v1/answers/search.ts';
import { searchBodySchema } from '../../v1/parameters/fields.ts';
import { readSearchFields } from '../../v1/parameters/search-request.ts';
import { answerSearch } from '../../v1/search-answer.ts';
import { searchText } from '../texts/search-text.ts';
import { closingShape } from './output.ts';
import type { Tool } from './tool.ts';

// Tools do not offer `cell`: its results have ranges of distance, which only a caller who knows the exact point can
// rank, and a model should not compute that.
const { cell: _, ...searched } = searchBodySchema.shape;

const notes: Readonly<Record<keyof typeof searched, string>> = {
  near: 'Where to search: a five-digit ZIP ("85004"), a city with its state ("Phoenix, AZ"), or a point "latitude,longitude" in degrees. "me" is not known here: ask the person. Give exactly one of near, state, q; or name alone.',
  state:
    'A whole state by its postal code, ordered by city; there is no distance, and `within` cannot be combined with it.',
  q: 'The person\'s own words, such as "iop near 85004 medicaid", when you are not sure which values they mean. They are read by rule into the other fields; see `query` and `query.ignored` in the answer.',
  name: "A center's or organization's name as people type it: words, beginnings, initials, with its city. Beside any other field, or alone: those that fit best come first.",
  within:
    'Radius: "25mi", "40km", or a number of miles; at most 500 miles. Left out, the nearest are found however far.',
  ...mapFields(({ tool }) => tool),
  include:
    '"unknown" lists centers in doubt too: their listing cannot say whether they match. Each result then has `certainty`, and one in doubt `ask`: what to ask that center. Use it when too few are found.',
  limit: 'How many centers, from 1 to 50.',
  cursor: 'The `next` of the answer before, with the very same other arguments, for the centers that follow.',
};

const input = z.strictObject(
  Object.fromEntries(
    Object.entries(searched).map(([name, schema]) => [name, schema.describe(notes[name as keyof typeof searched])]),
  ),
);

const output = z.object({
  ...searchAnswerSchema.shape,
  // Shows the search as the request's schemas parsed it; it is not parsed again.
  query: z.record(z.string(), z.unknown()).describe('The search as it was understood.'),
  next: searchAnswerSchema.shape.next.describe('Give it as `cursor` for the centers that follow.'),
  ...closingShape,
});

export const findProgramsNear: Tool = {
  name: 'find_programs_near',
  title: 'Find treatment programs near a place',
  description:
    `The nearest addiction and mental-health treatment centers in ${Object.values(stateNames).join(', ')} that list a program, nearest first, exact. ` +
    'Use it whenever somebody looks for treatment, rehab, detox, IOP, PHP, counseling or sober living. ' +
    'Several values of one argument mean any of them; every argument given must hold for one and the same program of a center, so give only what the person asked for. Distances are great-circle, in miles and km. ' +
    'Listings are from yearly directories: tell the person to call and confirm with admissions before they go. ' +
    'Repeat phone numbers, names and distances exactly as they stand here and never invent any: what is not in the answer is not known. ' +
    'null or a missing value means that the listing does not say, never "no". Nothing here is medical advice.',
  input,
  output,
  isShownAsCards: true,
  remedy: 'Correct the arguments and call find_programs_near again; ask the person where you do not know.',
  async answer(given, context) {
    if (Object.hasOwn(given, 'cell')) {
      throw badRequest([
        faultAt(['cell'], 'is not an argument of this tool; give a place or a ZIP as near', 'pointer'),
      ]);
    }
    const [listed, cursors] = await Promise.all([context.locator.glimpse(context.meter), context.cursors()]);
    const search = await readSearchFields(given, { places: context.places(), ...listed, cursors, isElsewhere: true });
    const facts = await answerSearch(search, context);
    return { facts, text: searchText(facts) };
  },
};
