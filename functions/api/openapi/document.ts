import { agentDocument } from '../../faces/agent/document.ts';
import { fhirDocument } from '../../faces/fhir/document.ts';
import { hsdsDocument } from '../../faces/hsds/document.ts';
import { mcpDocument } from '../../faces/mcp/document.ts';
import { v1Document } from '../../faces/v1/document.ts';
import type { Operation, ParameterNote } from '../../http/openapi/operation.ts';
import { PLACEHOLDER_API_ORIGIN, PLACEHOLDER_ORIGIN } from '../../http/placeholder-origin.ts';
import { deprecations } from '../deprecations.ts';
import { type RouteName, routes } from '../routes.ts';
import { serviceDocument } from '../service/document.ts';
import type { Example } from './example.ts';
import { headerNotes } from './headers.ts';
import { namedSchemas, requestSchema } from './json-schema.ts';
import { type ComponentResponses, responsesOf } from './responses.ts';

const description = `Finds the nearest treatment centers that really offer a program. Answers are exact or an error, never partial.

**Conventions.** JSON is UTF-8 with camelCase names. Absent facts are \`null\`: unknown is never "no". Distances are great-circle on a sphere of radius 6,371.0088 km, ranked in steps of a micrometer (1e-9 km), so that every device gets the same order, and shown with two decimals. Unknown or empty parameters are errors, and so is repeating one that takes a single value. Every \`GET\` answers \`HEAD\` too, and \`OPTIONS\` says which methods a URL takes.

**Errors** are \`application/problem+json\` (RFC 9457); bad input is answered with every fault at once.

**Keys.** The website's own domain takes no key. The API's own domain needs one, in \`x-api-key\`.

**Privacy.** No query, coordinate, address or user agent of a caller is written down. \`POST /v1/centers/search\` keeps a place out of URLs, and \`cell\` keeps it from us.

**Other standards.** The same centers as FHIR R4 under \`/fhir\` (\`/fhir/metadata\` tells what it can do), as Open Referral HSDS 3.0 under \`/hsds\`, and for language models by the Model Context Protocol at \`/mcp\`.

**Changes.** Members and parameters may be added within \`/v1\`; none changes its meaning or goes.

**In a crisis call or text 988. Emergency: 911.** Listings are to be confirmed with admissions; this is no medical advice.`;

const faces = [v1Document, fhirDocument, hsdsDocument, mcpDocument, agentDocument, serviceDocument];
const operations: Readonly<Record<RouteName, Operation>> = {
  ...v1Document.operations,
  ...serviceDocument.operations,
  ...fhirDocument.operations,
  ...hsdsDocument.operations,
  ...mcpDocument.operations,
  ...agentDocument.operations,
};

/**
 * The OpenAPI 3.1 document of all routes, generated from the schemas that parse requests and describe answers.
 * @param examples Requests with real answers.
 */
export function openApiDocument(examples: readonly Example[]) {
  const responses: ComponentResponses = {};
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path, name, conventions } of routes) {
    const operation = operations[name];
    const deprecated = name in deprecations;
    const own = examples.filter(({ route }) => route === name);
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: {
        operationId: name,
        summary: operation.summary,
        description: operation.description,
        tags: [operation.tag],
        ...(operation.signedIn ? { security: [{ accessToken: [] }, { accessToken: [], apiKey: [] }] } : {}),
        ...parametersOf(operation),
        ...bodyOf(operation, own),
        responses: responsesOf(operation, { deprecated, linked: conventions.linksDocument }, own, examples, responses),
        ...(deprecated ? { deprecated } : {}),
      },
    };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Program locator',
      version: '1.0.0',
      summary: 'The nearest treatment centers that offer a program: exact, private, to be confirmed by phone.',
      description,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      contact: { name: 'Program locator', url: `${PLACEHOLDER_ORIGIN}/docs` },
    },
    servers: [
      { url: PLACEHOLDER_ORIGIN, description: 'The website’s own domain: no key is needed.' },
      {
        url: PLACEHOLDER_API_ORIGIN,
        description: 'The API’s own domain: every request needs a key in `x-api-key`.',
      },
    ],
    security: [{}, { apiKey: [] }],
    tags: faces.flatMap(({ tags }) => Object.entries(tags).map(([name, text]) => ({ name, description: text }))),
    externalDocs: { description: 'Reference with try-it-now', url: `${PLACEHOLDER_ORIGIN}/docs` },
    paths,
    components: {
      securitySchemes: {
        apiKey: {
          type: 'apiKey',
          in: 'header',
          name: 'x-api-key',
          description: 'A partner’s key. The API’s own domain needs it; the website’s domain does not.',
        },
        accessToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'An access token of somebody on the admissions team, in one of the groups agent, lead and editor.',
        },
      },
      headers: usedHeaders(paths, responses),
      responses,
      schemas: namedSchemas(),
    },
  };
}

/** Leaves out headers that no current answer has, such as those of deprecated routes. */
function usedHeaders(...parts: readonly unknown[]) {
  const text = JSON.stringify(parts);
  return Object.fromEntries(Object.entries(headerNotes).filter(([name]) => text.includes(`/headers/${name}"`)));
}

function parametersOf({ parameters, kept }: Operation) {
  const all = parameters.map(parameterOf);
  if (kept) {
    all.push({
      name: 'If-None-Match',
      in: 'header',
      required: false,
      description: 'The `ETag` of what you hold; 304 while it is still right.',
      schema: { type: 'string' },
      example: headerNotes.ETag.example,
    });
  }
  return all.length === 0 ? {} : { parameters: all };
}

function parameterOf({
  name,
  in: place,
  schema,
  description: text,
  example,
  required = false,
}: ParameterNote): Record<string, unknown> {
  const jsonSchema = requestSchema(schema);
  const isList = jsonSchema.type === 'array';
  return {
    name,
    in: place,
    required,
    description: text,
    ...(isList ? { style: 'form', explode: false } : {}),
    schema: jsonSchema,
    example,
  };
}

function bodyOf({ body }: Operation, examples: readonly Example[]) {
  if (body === undefined) return {};
  const good = examples.filter(({ response }) => response.status === 200);
  return {
    requestBody: {
      required: true,
      description: body.description,
      content: {
        [body.type ?? 'application/json']: {
          schema: requestSchema(body.schema),
          ...(good.length === 0
            ? {}
            : {
                examples: Object.fromEntries(
                  good.map(({ name, summary, request }) => [name, { summary, value: request.body }]),
                ),
              }),
        },
      },
    },
  };
}
