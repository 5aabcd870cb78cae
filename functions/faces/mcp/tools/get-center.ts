import * as z from 'zod';
import { slugSchema } from '../../../domain/slug.ts';
import { centerGone, formerIdOf } from '../../../http/former.ts';
import { notFound } from '../../../http/problem.ts';
import { oneCenterSchema } from '../../v1/answers/one-center.ts';
import { wholeCenterAnswer } from '../../v1/shapes/center.ts';
import { centerText } from '../texts/center-text.ts';
import { closingFacts, closingText } from '../texts/closing.ts';
import { closingShape } from './output.ts';
import { argumentsOf, type Tool } from './tool.ts';

const input = z.strictObject({
  id: z
    .string('must be the id of a center, as find_programs_near gives it')
    .trim()
    .min(1, 'must not be empty')
    .max(200, 'must be at most 200 characters')
    .describe('The `center.id` of a result of find_programs_near. Never make one up.'),
});

export const getCenter: Tool = {
  name: 'get_center',
  title: 'Read one center with all its programs',
  description:
    'Everything that is listed about one treatment center: address, every phone number with who answers it, and all its programs, also those that a search left out. ' +
    'Use it after find_programs_near, when the person wants details of one result. ' +
    'A program with confirmation "denied" is one that admissions said the center does not offer: never recommend it.',
  input,
  output: z.object({ ...oneCenterSchema.shape, ...closingShape }),
  isShownAsCards: true,
  remedy: 'Call find_programs_near for centers and their ids; with `name` it also finds a center by its name.',
  async answer(given, context) {
    const { id } = argumentsOf(input, given);
    const missing = notFound('No center has this id. It may have closed, or the id may be cut off or made up.');
    if (!slugSchema.safeParse(id).success) throw missing;
    const { locator, meter } = context;
    let { answer: row, head } = await locator.center(id, meter);
    const former = row === null ? await formerIdOf(id, context) : null;
    if (former !== null) {
      // A tool's caller cannot be redirected, so it gets the successor at once, and the id to use from now on.
      if (former.now === null) throw centerGone(former);
      ({ answer: row, head } = await locator.center(former.now, meter));
    }
    if (row === null) throw missing;
    const whole = wholeCenterAnswer(row, context.now());
    const moved = former === null ? '' : `The id "${id}" is now "${former.now}" (${former.reason}): use that.\n\n`;
    return { facts: { ...whole, ...closingFacts(head) }, text: `${moved}${centerText(whole)}\n\n${closingText(head)}` };
  },
};
