import { readFile } from 'node:fs/promises';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { z } from 'zod';

type Json = Record<string, unknown>;

const posted = z.object({
  post: z.object({
    requestBody: z.object({
      content: z.object({ 'application/json': z.object({ schema: z.record(z.string(), z.unknown()) }) }),
    }),
  }),
});
const documentSchema = z.object({
  paths: z.object({ '/v1/centers/search': posted, '/v1/paths/search': posted }),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

const banner = '// Written by `npm run client` from the OpenAPI document.';

/**
 * The document's schemas as TypeScript, one type per name, and the bodies of requests for a search and for paths as
 * `SearchRequest` and `PathsRequest`.
 */
export async function makeTypes(documentFile: URL): Promise<string> {
  const { paths, components } = documentSchema.parse(JSON.parse(await readFile(documentFile, 'utf8')));
  const bodyOf = (path: keyof typeof paths) => paths[path].post.requestBody.content['application/json'].schema;
  const bodies = { SearchRequest: bodyOf('/v1/centers/search'), PathsRequest: bodyOf('/v1/paths/search') };
  const definitions = forTypes({ ...components.schemas, ...bodies }) as JSONSchema['definitions'] & object;
  const properties = Object.fromEntries(
    Object.keys(definitions).map((name) => [name, { $ref: `#/definitions/${name}` }]),
  );
  const text = await compile({ type: 'object', definitions, properties }, 'Every', {
    additionalProperties: false,
    bannerComment: banner,
    style: { singleQuote: true, printWidth: 120 },
  });
  // Removes the helper type that refers to all others so that all are written.
  return text.replace(/export interface Every \{[^}]*\}\n/, '');
}

/** Bounds, defaults and examples are not types. */
function forTypes(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(forTypes);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { examples: _, default: __, minItems, maxItems, $ref, ...rest } = schema as Json;
  const isPair = minItems !== undefined && minItems === maxItems;
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, forTypes(value)])),
    ...(typeof $ref === 'string' ? { $ref: $ref.replace('#/components/schemas/', '#/definitions/') } : {}),
    ...(isPair ? { minItems, maxItems } : {}),
  };
}
