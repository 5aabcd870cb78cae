import type * as z from 'zod';
import { described } from '../../../http/openapi/described.ts';
import type { ParameterNote } from '../../../http/openapi/operation.ts';
import { fieldKinds } from './field-forms.ts';
import { fieldNotes } from './field-notes.ts';
import { searchBodySchema, searchFields } from './fields.ts';

const names = Object.keys(searchFields) as (keyof typeof searchFields)[];

const note = (name: keyof typeof searchFields) => {
  const { description, example } = fieldNotes[name];
  const isList = fieldKinds[name] === 'list';
  return {
    description: isList ? `${description} In a URL, commas between them, or the parameter repeated.` : description,
    example,
  };
};

/** The fields of a search as query parameters. */
export const searchParameters: readonly ParameterNote[] = names.map((name) => ({
  name,
  in: 'query',
  schema: searchFields[name] as z.ZodType,
  ...note(name),
}));

/** The schema that parses the JSON body of a search, with a description of each field for the OpenAPI document. */
export const searchRequestSchema = searchBodySchema.extend(
  Object.fromEntries(
    names.map((name) => [
      name,
      described(searchFields[name] as z.ZodType, fieldNotes[name].description, fieldNotes[name].example),
    ]),
  ),
);
