import { type ApiDocument, nameOf, type Place, type Response, type Schema } from '../document.ts';
import { curlOf } from '../samples/code.ts';
import { samplesOf } from '../samples/requests.ts';
import { problemsIn } from '../views/operation-view.ts';
import type { TagPage } from './page.ts';

/** A page of operations as Markdown. */
export function operationsMarkdown({ title, description, places }: TagPage, document: ApiDocument): string {
  return [`# ${title}`, description, ...places.map((place) => operationMarkdown(place, document))].join('\n\n');
}

function operationMarkdown(place: Place, { components }: ApiDocument): string {
  const { method, path, operation } = place;
  const { summary, description, parameters = [], requestBody, responses } = operation;
  const body = requestBody?.content['application/json'];
  return [
    `## ${summary}`,
    `\`${method} ${path}\``,
    description,
    ...(parameters.length === 0
      ? []
      : [
          '### Parameters',
          parameters
            .map(({ name, in: from, required, description: text, schema, example }) => {
              const notes = [typeWords(schema), ...(from === 'query' ? [] : [`in the ${from}`])];
              return `- \`${name}\` (${[...notes, ...(required ? ['required'] : [])].join(', ')}): ${text} ${valuesOf(schema)}Such as \`${String(example)}\`.`;
            })
            .join('\n'),
        ]),
    ...(body === undefined ? [] : ['### Body', requestBody?.description ?? '', membersOf(body.schema)]),
    '### Answers',
    Object.entries(responses)
      .map(([status, given]) => `- ${status}: ${answerWords(given, components.responses)}`)
      .join('\n'),
    ...samplesOf(place).flatMap((sample) => [`${sample.title}:`, `\`\`\`sh\n${curlOf(sample)}\n\`\`\``]),
  ].join('\n\n');
}

function answerWords(given: Response, named: Readonly<Record<string, Response>>): string {
  const { description, content = {} } = given.$ref === undefined ? given : (named[nameOf(given.$ref)] ?? given);
  const kinds = given.$ref === undefined ? [] : problemsIn(description);
  if (kinds.length > 0) return kinds.map(({ kind, text }) => `\`${kind}\`: ${text}`).join(' ');
  const types = Object.entries(content).map(([type, { schema }]) => `\`${type}\` ${typeWords(schema)}`);
  return `${description} ${types.join(', ')}`.trim();
}

/** Describes the type of a value in words. */
function typeWords({ $ref, anyOf, type, items, ...schema }: Schema): string {
  if ($ref !== undefined) return nameOf($ref);
  if (anyOf !== undefined) return [...new Set(anyOf.map(typeWords))].join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (type === 'array') return `list of ${items === undefined ? 'anything' : typeWords(items)}`;
  return type ?? 'any';
}

function valuesOf({ enum: own, items }: Schema): string {
  const values = own ?? items?.enum;
  return values === undefined ? '' : `One of ${values.map((value) => `\`${String(value)}\``).join(', ')}. `;
}

/** Lists the properties of an object in Markdown, one level deep. */
export const membersOf = ({ properties = {}, anyOf = [] }: Schema): string =>
  [...Object.entries(properties), ...anyOf.flatMap((one) => Object.entries(one.properties ?? {}))]
    .map(([name, member]) =>
      `- \`${name}\` (${typeWords(member)}): ${member.description ?? ''} ${valuesOf(member)}`.trimEnd(),
    )
    .join('\n');
