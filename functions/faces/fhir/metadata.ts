import type { APIGatewayProxyResult } from 'aws-lambda';
import type {
  CapabilityStatement,
  CapabilityStatementRestResource,
  CapabilityStatementRestResourceSearchParam as SearchParam,
} from 'fhir/r4.js';
import { onlyParameters } from '../../http/parameters.ts';
import type { Request } from '../../http/request.ts';
import type { RouteContext } from '../../http/services.ts';
import { formatOf, resourceReply } from './bundle.ts';
import { absentOf, includesOf, parametersOf, type SearchedType } from './parameters/known-parameters.ts';
import { fieldsOfParameter } from './shapes/parameters.ts';
import { systems } from './shapes/systems.ts';

/** The capabilities of the FHIR face, from the same lists that parse its searches. */
export async function readMetadata(request: Request, context: RouteContext): Promise<APIGatewayProxyResult> {
  onlyParameters(['_format'], request, 'a parameter of metadata');
  const type = formatOf(request);
  const { head } = await context.locator.overview(context.meter);
  return resourceReply(capabilities(context.apiUrl, head.publishedAt), type);
}

function capabilities(apiUrl: string, date: string): CapabilityStatement {
  const url = `${apiUrl}/fhir`;
  return {
    resourceType: 'CapabilityStatement',
    url: `${url}/metadata`,
    name: 'TreatmentProgramLocator',
    title: 'Treatment-program locator',
    status: 'active',
    experimental: false,
    date,
    description:
      'Read-only directory of treatment centers (Location), their programs (HealthcareService) and who runs them ' +
      '(Organization). Unknown parameters are refused unless Prefer: handling=lenient is sent. In a crisis call or text 988.',
    kind: 'instance',
    implementation: { description: 'Treatment-program locator', url },
    software: { name: 'program-locator' },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json'],
    rest: [
      {
        mode: 'server',
        documentation:
          'Nothing of a search is written down, and POST [type]/_search keeps it out of URLs. A parameter that is given twice means both; commas mean either. Pages follow the next link; a cursor of a replaced dataset ends in 410.',
        security: { cors: true, description: "The website needs no key; the API's own domain needs x-api-key." },
        resource: [
          resourceOf(
            'Location',
            'A center. near is latitude|longitude|distance|unit (km, mi, [mi_i] or m; km when absent; the distance may be left empty); each entry carries the location-distance extension.',
          ),
          resourceOf(
            'HealthcareService',
            'A program at a center. Conditions on codes hold for one and the same service; location.near orders by distance.',
          ),
          resourceOf('Organization', 'Who runs centers.'),
          {
            type: 'CodeSystem',
            interaction: [{ code: 'read' }],
            versioning: 'versioned',
            documentation: 'Every code system of our own, at the address that codings name.',
          },
          {
            type: 'StructureDefinition',
            interaction: [{ code: 'read' }],
            versioning: 'versioned',
            documentation: 'Every extension of our own, at the address that resources name.',
          },
        ],
        operation: [
          {
            name: 'bulk-publish',
            definition: 'http://hl7.org/fhir/uv/bulkdata/OperationDefinition/bulk-publish',
            documentation: 'Everything that is published, as parts of NDJSON to download.',
          },
        ],
      },
    ],
  };
}

const parameterTypes: Readonly<Record<string, SearchParam['type']>> = {
  _lastUpdated: 'date',
  near: 'special',
  ...Object.fromEntries(
    ['name', 'address', 'address-city', 'address-state', 'address-postalcode'].map((name) => [name, 'string' as const]),
  ),
  ...Object.fromEntries(
    ['organization', 'location', 'partof', 'endpoint', 'coverage-area'].map((name) => [name, 'reference' as const]),
  ),
};
const characteristics = new Intl.ListFormat('en', { type: 'disjunction' })
  .format(fieldsOfParameter('characteristic').map((field) => `"${field}"`))
  .replace(', or', ' or');
const documented: Readonly<Record<string, string>> = {
  'location.name': 'The same for the name of the place, or an alias.',
  name: 'Start of the name that is shown, or of an alias; `:contains` matches any part of it, `:exact` the whole name.',
  'service-type': 'Level of care, a code of our system "level".',
  specialty: 'What is treated, a code of our system "condition".',
  program: 'Whom it is made for, a code of our system "population".',
  characteristic: `A code of our systems ${characteristics}; repeated for several systems.`,
  communication: `A language of ${systems.language}, looked up by RFC 4647; English leaves no service out.`,
  'service-category': 'Always behav.',
  active: 'Only true: what admissions denied is not listed.',
  status: 'Only active.',
  _lastUpdated: 'When the whole dataset was published: each resource is as of then.',
  type: 'Always prov.',
  address: 'Start of any part of the address, or of the whole address.',
  'address-postalcode': 'Start of the ZIP; of ZIP+4 the first five digits.',
  include: 'unknown finds what is in doubt too; see the extensions certainty and ask of an entry’s search.',
};

function resourceOf(type: SearchedType, documentation: string): CapabilityStatementRestResource {
  const { _include, _revinclude } = includesOf[type];
  return {
    type,
    documentation,
    interaction: [{ code: 'read' }, { code: 'search-type' }],
    versioning: 'versioned',
    readHistory: false,
    updateCreate: false,
    ...(_include.length === 0 ? {} : { searchInclude: [..._include] }),
    ...(_revinclude.length === 0 ? {} : { searchRevInclude: [..._revinclude] }),
    searchParam: ['_id', '_lastUpdated', ...parametersOf[type]].map((name): SearchParam => {
      const text = absentOf[type].includes(name) ? 'Nothing here has it: finds nothing.' : documented[name];
      return {
        name,
        type: parameterTypes[name.replace(/^location\./, '')] ?? 'token',
        ...(text === undefined ? {} : { documentation: text }),
      };
    }),
  };
}
