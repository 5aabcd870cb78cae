import { slugSchema } from '../../domain/slug.ts';
import type { FaceDocument, Format, ParameterNote } from '../../http/openapi/operation.ts';
import { deviceDatasetSchema, devicePlacesSchema, fileHashSchema, partSchema } from './answers/device.ts';
import { continuumAnswerSchema, jsonLdSchema, oneCenterSchema } from './answers/one-center.ts';
import { pathsAnswerSchema } from './answers/paths.ts';
import { placesAnswerSchema, statesAnswerSchema, taxonomyAnswerSchema } from './answers/reference.ts';
import { featureCollectionSchema, searchAnswerSchema } from './answers/search.ts';
import { fieldNotes } from './parameters/field-notes.ts';
import { searchFields } from './parameters/fields.ts';
import { pathsBodySchema, pathsParameters } from './parameters/paths-fields.ts';
import { searchParameters, searchRequestSchema } from './parameters/search-parameters.ts';
import { taxonomyParameters } from './read-taxonomy.ts';
import type { V1RouteName } from './routes.ts';
import { placesLimit, placesParameters } from './suggest-places.ts';

const searchFormats: Readonly<Record<string, Format>> = {
  'application/json': { schema: searchAnswerSchema },
  'application/geo+json': { schema: featureCollectionSchema },
  'text/csv': { schema: null },
};
const searchProblems = ['bad-request', 'location-needed', 'not-acceptable', 'cursor-gone', 'too-broad'] as const;
const rules =
  'A comma list means *or* within a field, fields combine with *and*, and all of them must hold for one and the same ' +
  'offering of a center. Answers are exact: the nearest that match, ranked by great-circle distance, or an error.';

const pathRules =
  'For somebody who moves from one level to the next, such as from detox to residential treatment to an IOP: the ways through ' +
  'one center of each level, in the order asked, with the least total great-circle distance, the first leg from the ' +
  'origin. Exact: no other way is shorter. A center that has two of the levels may serve for both, 0 miles apart. All ' +
  'centers of a path take the same payer, as their listings say, and accept the same person: one of the `age` and `gender` ' +
  'asked for, else somebody of one gender and one band of age, whom `onlyFor` names where it is not everybody. Unknown is ' +
  'not no, so `alternatives` says what asking centers in doubt would save, and `include=unknown` shows whom to ask. Each ' +
  'distance is rounded by itself: the legs may differ from their sum by a hundredth each.';

const centerId: ParameterNote = {
  name: 'id',
  in: 'path',
  schema: slugSchema,
  description: 'A center’s id, as answers show it.',
  example: 'lantern-bridge-phoenix-example',
  required: true,
};

/** The JSON face's part of the OpenAPI document. */
export const v1Document: FaceDocument<V1RouteName, 'Search' | 'Centers' | 'Reference' | 'Device'> = {
  tags: {
    Search: 'Find the nearest centers that offer a program, by place, state, name or what people type.',
    Centers: 'One center: everything it offers, and where to go on from there.',
    Reference: 'Places, filter values and states: what a search can be made of.',
    Device:
      'The whole listings, for devices that search by themselves: offline, and without revealing what is searched.',
  },
  operations: {
    searchCenters: {
      tag: 'Search',
      summary: 'Find centers',
      description: `Searches for centers that offer a program. ${rules}\n\nAs JSON, GeoJSON or a CSV table, by \`Accept\`.`,
      parameters: searchParameters,
      success:
        'The centers that were found, perhaps none. The CSV has one line per center, and its first line names the columns; it begins with a byte order mark, and a ZIP that begins with a zero is written `="07102"`, as Excel needs it; where the answer would have `crisis`, two columns `crisis` and `help` come first, in one row without an `id` if nothing was found.',
      formats: searchFormats,
      kept: true,
      problems: searchProblems,
    },
    searchCentersByBody: {
      tag: 'Search',
      summary: 'Find centers, with the search in the body',
      description: `The same search with its fields as JSON, so that no URL, history or log holds a location. ${rules}`,
      parameters: [],
      body: {
        schema: searchRequestSchema,
        description: 'The fields of a search: lists as arrays, numbers as numbers. At most 64 KiB.',
      },
      success:
        'The centers that were found, perhaps none. The CSV has one line per center, and its first line names the columns; it begins with a byte order mark, and a ZIP that begins with a zero is written `="07102"`, as Excel needs it; where the answer would have `crisis`, two columns `crisis` and `help` come first, in one row without an `id` if nothing was found.',
      formats: searchFormats,
      kept: false,
      problems: [...searchProblems, 'body-too-large', 'unsupported-media-type'],
    },
    readCenter: {
      tag: 'Centers',
      summary: 'Read one center',
      description: 'One center with everything that it offers, as JSON or as schema.org JSON-LD, by `Accept`.',
      parameters: [centerId],
      success: 'The center.',
      formats: { 'application/json': { schema: oneCenterSchema }, 'application/ld+json': { schema: jsonLdSchema } },
      kept: true,
      problems: ['bad-request', 'center-moved', 'center-gone', 'not-found', 'not-acceptable'],
    },
    readContinuum: {
      tag: 'Centers',
      summary: 'Find the steps up and down from a center',
      description:
        'For each level of care that the center offers, the nearest center with the next level up and the next level down, ' +
        'itself at 0 miles where it has it.',
      parameters: [
        centerId,
        {
          name: 'within',
          in: 'query',
          schema: searchFields.within,
          description: fieldNotes.within.description,
          example: '50mi',
        },
      ],
      success: 'The steps from each level.',
      formats: { 'application/json': { schema: continuumAnswerSchema } },
      kept: true,
      problems: ['bad-request', 'center-moved', 'center-gone', 'not-found', 'not-acceptable', 'too-broad'],
    },
    findPaths: {
      tag: 'Search',
      summary: 'Find paths through levels of care',
      description: pathRules,
      parameters: pathsParameters,
      success: 'The shortest paths, perhaps none.',
      formats: { 'application/json': { schema: pathsAnswerSchema } },
      kept: true,
      problems: ['bad-request', 'location-needed', 'not-acceptable', 'too-broad'],
    },
    findPathsByBody: {
      tag: 'Search',
      summary: 'Find paths, with the question in the body',
      description: `The same with its fields as JSON, so that no URL, history or log holds a location. ${pathRules}`,
      parameters: [],
      body: { schema: pathsBodySchema, description: 'The fields of the question. At most 64 KiB.' },
      success: 'The shortest paths, perhaps none.',
      formats: { 'application/json': { schema: pathsAnswerSchema } },
      kept: false,
      problems: [
        'bad-request',
        'location-needed',
        'not-acceptable',
        'too-broad',
        'body-too-large',
        'unsupported-media-type',
      ],
    },
    suggestPlaces: {
      tag: 'Reference',
      summary: 'Suggest places',
      description: 'ZIPs and cities that begin with a text, larger places first: for autocomplete.',
      parameters: [
        {
          name: 'q',
          in: 'query',
          schema: placesParameters.shape.q,
          description: 'The beginning of a ZIP or of a city, with or without its state.',
          example: 'phoe',
          required: true,
        },
        {
          name: 'limit',
          in: 'query',
          schema: placesLimit,
          description: 'How many to suggest at most, from 1 to 20.',
          example: 8,
        },
      ],
      success: 'The places, perhaps none.',
      formats: { 'application/json': { schema: placesAnswerSchema } },
      kept: false,
      problems: ['bad-request', 'not-acceptable'],
    },
    readTaxonomy: {
      tag: 'Reference',
      summary: 'List filter values',
      description:
        'Every value that the narrowing fields take, with its label, what people call it, its codes in ASAM’s, SAMHSA’s and ' +
        'billing systems, and how many centers have it.',
      parameters: [
        {
          name: 'lang',
          in: 'query',
          schema: taxonomyParameters.shape.lang,
          description: 'The language of labels and synonyms: English, or Spanish with `es`.',
          example: 'es',
        },
      ],
      success: 'The values by field.',
      formats: { 'application/json': { schema: taxonomyAnswerSchema } },
      kept: true,
      problems: ['bad-request', 'not-acceptable'],
    },
    listStates: {
      tag: 'Reference',
      summary: 'List states',
      description: 'The states that are served, with how many centers each has, by level of care.',
      parameters: [],
      success: 'The states.',
      formats: { 'application/json': { schema: statesAnswerSchema } },
      kept: true,
      problems: ['bad-request', 'not-acceptable'],
    },
    readDataset: {
      tag: 'Device',
      summary: 'List the parts of the listings',
      description:
        'Everything that a device downloads to search by itself, so that nobody learns what is searched. Download all parts in ' +
        'this order, whatever is searched. Ask again before you show a phone number that is older than ten minutes.',
      parameters: [],
      success: 'The parts of the current listings.',
      formats: { 'application/json': { schema: deviceDatasetSchema } },
      kept: true,
      problems: ['bad-request', 'not-acceptable', 'too-broad'],
    },
    readPart: {
      tag: 'Device',
      summary: 'Download a part of the listings',
      description:
        'Public facts about the centers of one state or of a part of it, in codes. Section 13 of the dataset’s FORMAT.md specifies them. ' +
        'A part never changes: a change of a center gives its part another URL.',
      parameters: [
        {
          name: 'hash',
          in: 'path',
          schema: fileHashSchema,
          description: 'Names the part, as `/v1/dataset` shows it.',
          example: 'eT3cPq0ZcT1xW8aBfR9k2w',
          required: true,
        },
      ],
      success: 'The part.',
      formats: { 'application/json': { schema: partSchema } },
      kept: true,
      problems: ['bad-request', 'not-found', 'not-acceptable', 'part-gone', 'too-broad'],
    },
    readDevicePlaces: {
      tag: 'Device',
      summary: 'Download the places',
      description:
        'ZIPs, cities and counties of the states that are served, so that a device knows where a typed place is without a request. ' +
        'They change with a deployment only.',
      parameters: [
        {
          name: 'hash',
          in: 'path',
          schema: fileHashSchema,
          description: 'Names the file, as `/v1/dataset` shows it.',
          example: 'eT3cPq0ZcT1xW8aBfR9k2w',
          required: true,
        },
      ],
      success: 'The places.',
      formats: { 'application/json': { schema: devicePlacesSchema } },
      kept: true,
      problems: ['bad-request', 'not-found', 'not-acceptable', 'part-gone'],
    },
  },
};
