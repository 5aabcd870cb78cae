import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { openApiText } from '../../functions/api/service/load.ts';
import { securityHeaders } from '../../functions/http/security.ts';
import type { Answer, Call } from './gateway-call.ts';
import { PUBLIC_URL } from './real-records.ts';

const responseSchema = z.looseObject({
  headers: z.record(z.string(), z.unknown()).default({}),
  content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })).default({}),
});
const parameterSchema = z.object({
  name: z.string(),
  in: z.enum(['query', 'path', 'header']),
  required: z.boolean(),
  schema: z.record(z.string(), z.unknown()),
  example: z.unknown(),
});
const bodySchema = z.object({ schema: z.record(z.string(), z.unknown()) }).optional();
const operationSchema = z.object({
  operationId: z.string(),
  parameters: z.array(parameterSchema).default([]),
  requestBody: z
    .object({
      content: z.object({ 'application/json': bodySchema, 'application/x-www-form-urlencoded': bodySchema }),
    })
    .optional(),
  responses: z.record(z.string(), z.union([z.object({ $ref: z.string() }), responseSchema])),
});
export type Operation = z.infer<typeof operationSchema>;
const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.looseObject({
    responses: z.record(z.string(), responseSchema),
    schemas: z.record(z.string(), z.unknown()),
  }),
});

/** Headers of errors for URLs and methods that are not in the document. */
const elsewhere = ['allow', 'vary'];
/** The form of errors outside of the document. */
const formOf = (target: string) =>
  /^\/fhir(?:[/?]|$)/.test(target)
    ? { type: 'application/fhir+json', schema: 'FhirOperationOutcome' }
    : { type: 'application/problem+json', schema: 'Problem' };
const always = ['x-request-id', 'cache-control', 'access-control-allow-origin', 'access-control-expose-headers'];

/** The served document, with checks that answers conform to it. */
export class Contract {
  readonly document: z.infer<typeof documentSchema>;
  readonly #ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(text: string) {
    this.document = documentSchema.parse(JSON.parse(text));
    // Later versions of the contract may add members, but today's answers must not have members that it does not name.
    const schemas = closed(this.document.components.schemas);
    this.#ajv.addSchema({ $id: 'document', components: { schemas } });
  }

  operations(): { method: string; path: string; operation: Operation }[] {
    return Object.entries(this.document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
    );
  }

  /** The document's operation for a request. HEAD has the operation of GET. */
  find(method: string, target: string): Operation | undefined {
    // HSDS's own clients add a slash to the URL's end and get the same answer as without it.
    const path = (target.split('?')[0] ?? '').replace(/^(\/hsds\/.+)\/$/, '$1');
    const wanted = method === 'HEAD' ? 'get' : method.toLowerCase();
    const here = Object.entries(this.document.paths)
      .filter(([template]) =>
        new RegExp(`^${template.replace('$', '[$]').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
      )
      .sort(([one], [other]) => Number(one.includes('{')) - Number(other.includes('{')));
    return here[0]?.[1][wanted];
  }

  /** Everything in which an answer differs from the document. @param besides Transport headers, in lower case. */
  faults(target: string, { method = 'GET' }: Call, { status, headers, body }: Answer, besides: readonly string[] = []) {
    const operation = this.find(method, target);
    const type = headers['content-type']?.split(';')[0] ?? '';
    const unknownHeaders = (documented: readonly string[]) =>
      Object.keys(headers)
        .filter(
          (name) =>
            name !== 'content-type' &&
            !documented.includes(name) &&
            !besides.includes(name) &&
            !(name in securityHeaders),
        )
        .map((name) => `the header ${name} is not documented`);
    if (operation === undefined) {
      const form = formOf(target);
      const kept = (status === 404 || status === 405) && type === form.type;
      return [
        ...(kept ? [] : [`${status} ${type} where the document has nothing`]),
        ...unknownHeaders([...always, ...elsewhere]),
        ...(method === 'HEAD' ? [] : this.#bodyFaults({ $ref: `#/components/schemas/${form.schema}` }, body)),
      ];
    }
    const response = this.#response(operation, status);
    if (response === undefined) return [`${operation.operationId} has no ${status}`];
    const found = unknownHeaders(Object.keys(response.headers).map((name) => name.toLowerCase()));
    if (Object.keys(response.content).length === 0)
      return body === '' ? found : [...found, 'a body where none belongs'];
    const content = response.content[type];
    if (content === undefined) return [...found, `${operation.operationId} ${status} is never ${type}`];
    if (method === 'HEAD') return found;
    return [...found, ...(/[/+]json$/.test(type) ? this.#bodyFaults(content.schema, body) : [])];
  }

  #response({ responses }: Operation, status: number) {
    const response = responses[String(status)];
    if (response === undefined || !('$ref' in response)) return response as z.infer<typeof responseSchema> | undefined;
    return this.document.components.responses[String(response.$ref).replace('#/components/responses/', '')];
  }

  #bodyFaults(schema: Record<string, unknown>, body: string): string[] {
    return this.check(schema, JSON.parse(body));
  }

  /** The faults of a value by a schema of the document. */
  check(schema: Record<string, unknown>, value: unknown): string[] {
    const key = JSON.stringify(schema);
    const validate = this.#validators.get(key) ?? this.#ajv.compile(JSON.parse(key.replaceAll('"#/', '"document#/')));
    this.#validators.set(key, validate);
    return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  }
}

export const contract = new Contract(
  await openApiText({ asked: PUBLIC_URL, website: PUBLIC_URL, gateway: PUBLIC_URL }),
);

/** Objects with named members accept no others. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const all = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]));
  return 'properties' in all && !('additionalProperties' in all) && all.type === 'object'
    ? { ...all, additionalProperties: false }
    : all;
}
