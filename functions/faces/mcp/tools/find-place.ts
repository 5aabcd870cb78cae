import * as z from 'zod';
import { placesAnswerSchema } from '../../v1/answers/reference.ts';
import { nearlySpelled } from '../../v1/parameters/nearly-spelled.ts';
import { closingFacts, closingText } from '../texts/closing.ts';
import { closingShape } from './output.ts';
import { argumentsOf, type Tool } from './tool.ts';

const input = z.strictObject({
  text: z
    .string('must be text, such as "springfield" or "850"')
    .trim()
    .min(1, 'must not be empty')
    .max(100, 'must be at most 100 characters')
    .describe('A city, its beginning or a misspelling of it, with or without its state; or the first digits of a ZIP.'),
  limit: z
    .int('must be a whole number from 1 to 20')
    .min(1, 'must be a whole number from 1 to 20')
    .max(20, 'must be a whole number from 1 to 20')
    .default(8)
    .describe('How many places at most.'),
});

export const findPlace: Tool = {
  name: 'find_place',
  title: 'Find a city or ZIP in the United States',
  description:
    'Cities and ZIPs that a text may mean, larger cities first. Use it when a place is ambiguous ("Springfield"), misspelled or incomplete, ' +
    'then give the `label` of the right one to find_programs_near as `near`. It is not needed for a plain ZIP or "City, ST". ' +
    'It knows places, not centers; that a place is listed does not mean that a center is there.',
  input,
  output: z.object({ ...placesAnswerSchema.shape, ...closingShape }),
  remedy: 'Ask the person for a ZIP, or for a city with its state.',
  async answer(given, context) {
    const { text, limit } = argumentsOf(input, given);
    const { head } = await context.locator.overview(context.meter);
    const places = nearlySpelled(text, context.places())
      .slice(0, limit)
      .map(({ label, kind, location, state }) => ({ label, kind, location, state }));
    const lines = places.map(({ label, kind }) => `- ${label} (${kind === 'zip' ? 'ZIP' : 'city'})`);
    const found =
      places.length === 0
        ? 'No place of the United States has or nearly has this name. Ask the person for a ZIP, or a larger city nearby.'
        : `Places, the likeliest first; give one label as \`near\`:\n${lines.join('\n')}`;
    return { facts: { places, ...closingFacts(head) }, text: `${found}\n\n${closingText(head)}` };
  },
};
