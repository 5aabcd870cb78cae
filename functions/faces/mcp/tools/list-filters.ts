import * as z from 'zod';
import { fields, type ListField, listFields } from '../../../domain/fields.ts';
import { filterValueSchema } from '../../v1/answers/reference.ts';
import { type FilterValue, filtersOf } from '../../v1/shapes/filters.ts';
import { closingFacts, closingText } from '../texts/closing.ts';
import { closingShape } from './output.ts';
import { argumentsOf, type Tool } from './tool.ts';

const input = z.strictObject({
  field: z
    .enum(listFields, { error: () => `must be one of ${listFields.join(', ')}` })
    .optional()
    .describe('Only the values of this field. Without it, all fields.'),
});

/** The name of a field as in the tool's description. */
function nameOf(field: ListField): string {
  const { kind } = fields[field];
  if (kind === 'level') return 'level of care';
  return kind === 'payers' ? `${field} with the named insurers` : field;
}

// The codes of other systems, which GET /v1/taxonomy gives, are of no use to a model here.
const value = filterValueSchema.omit({ codes: true });

export const listFilters: Tool = {
  name: 'list_filters',
  title: 'List the values that narrow a search',
  description:
    `Every value that the filters of find_programs_near take (${listFields.map(nameOf).join(', ')}) with what it means, ` +
    'what people call it and how many centers list it. Use it to turn the words of a person ("day program", "Aetna", "EMDR") into a value, or to learn whether anybody offers something at all. ' +
    'The counts are of centers in the whole data, not near a place.',
  input,
  output: z.object({
    filters: z.partialRecord(z.enum(listFields), z.array(value)),
    ...closingShape,
  }),
  remedy: 'Call list_filters without arguments for everything.',
  async answer(given, context) {
    const { field } = argumentsOf(input, given);
    const { summary, head } = await context.locator.overview(context.meter);
    const all = filtersOf(summary);
    const wanted: readonly ListField[] = field === undefined ? listFields : [field];
    const filters = Object.fromEntries(wanted.map((name) => [name, all[name].map(valueFacts)]));
    const text = wanted.map((name) => `${name}:\n${all[name].map(valueText).join('\n')}`).join('\n');
    return { facts: { filters, ...closingFacts(head) }, text: `${text}\n\n${closingText(head)}` };
  },
};

function valueFacts({ value: code, label, synonyms, parent, centers }: FilterValue) {
  return { value: code, label, synonyms, parent, centers };
}

function valueText({ value: code, label, parent, centers }: FilterValue): string {
  return `- ${code}: ${label}${parent === null ? '' : ` (part of ${parent})`}, ${centers} centers`;
}
