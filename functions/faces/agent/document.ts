import * as z from 'zod';
import { levels } from '../../domain/level-of-care.ts';
import { slugSchema } from '../../domain/slug.ts';
import { schemaOf } from '../../domain/vocabulary-schema.ts';
import type { FaceDocument, Operation, ParameterNote } from '../../http/openapi/operation.ts';
import { searchParameters } from '../v1/parameters/search-parameters.ts';
import { agentCenterSchema, agentSearchSchema, historySchema } from './answers/centers.ts';
import { correctedAnswerSchema, correctionsAnswerSchema, previewAnswerSchema } from './answers/corrections.ts';
import { recordedAnswerSchema } from './answers/facts.ts';
import { codesSchema, privateAnswerSchema } from './answers/private.ts';
import { signedOutSchema } from './answers/signed-out.ts';
import { progressDaysSchema, progressSchema, worklistSchema } from './answers/work.ts';
import { correctionsBodySchema, privateBodySchema } from './parameters/bodies.ts';
import { factsBodySchema } from './parameters/facts-body.ts';
import { MOST_ACTS } from './read-history.ts';
import { MOST_DAYS } from './read-progress.ts';
import { MOST_ROWS } from './read-worklist.ts';
import type { AgentRouteName } from './routes.ts';

const centerId: ParameterNote = {
  name: 'id',
  in: 'path',
  schema: slugSchema,
  description: 'A center’s id, as answers show it.',
  example: 'lantern-bridge-phoenix-example',
  required: true,
};
const offeringId: ParameterNote = {
  ...centerId,
  name: 'offeringId',
  description: 'An offering’s id, or the name of a level that is unknown (`iop`).',
  example: 'lantern-bridge-phoenix-example-op',
};
const ifMatch = (example: string, description: string): ParameterNote => ({
  name: 'If-Match',
  in: 'header',
  schema: z.string().max(20),
  description,
  example,
  required: true,
});
const limit = (most: number): ParameterNote => ({
  name: 'limit',
  in: 'query',
  schema: z.int().min(1).max(most),
  description: 'How many to show at most.',
  example: 20,
});
const stateNote: ParameterNote = {
  name: 'state',
  in: 'query',
  schema: z.string().regex(/^[A-Za-z]{2}$/),
  description: 'Only centers in this state, by postal code.',
  example: 'AZ',
};
const version = ifMatch('"0"', 'The version that you saw, in quotes; `"0"` where there was none.');

type Kind = Operation['problems'][number];
const always = ['bad-request', 'sign-in-needed', 'group-needed', 'not-acceptable'] as const satisfies readonly Kind[];
const withBody = [
  ...always,
  'not-found',
  'changed-meanwhile',
  'body-too-large',
  'unsupported-media-type',
  'version-needed',
] as const satisfies readonly Kind[];

const common = { tag: 'Agents', kept: false, signedIn: true } as const;
const json = (schema: z.ZodType) => ({ 'application/json': { schema } });

/** The agents' part of the OpenAPI document. */
export const agentDocument: FaceDocument<AgentRouteName, 'Agents'> = {
  tags: {
    Agents:
      'The admissions team’s own view, signed-in only: search with private fields, record what calls find out, correct what is wrong.',
  },
  operations: {
    searchCentersAsAgent: {
      ...common,
      summary: 'Find centers, with private fields',
      description: 'The same search as `/v1/centers`; each result also has what only the admissions team sees.',
      parameters: searchParameters,
      success: 'The centers that were found, perhaps none.',
      formats: json(agentSearchSchema),
      problems: [...always, 'location-needed', 'cursor-gone', 'too-broad'],
    },
    readCenterAsAgent: {
      ...common,
      summary: 'Read one center, with all that is known',
      description:
        'One center with its private fields, what agents recorded of each offering and unknown level, and corrections. Each has a version for `If-Match`.',
      parameters: [centerId],
      success: 'The center.',
      formats: json(agentCenterSchema),
      problems: [...always, 'not-found'],
    },
    readHistory: {
      ...common,
      summary: 'Read the history of a center',
      description: 'Who recorded what and when. Entries are never changed or removed.',
      parameters: [centerId, limit(MOST_ACTS)],
      success: 'The history, perhaps empty.',
      formats: json(historySchema),
      problems: [...always, 'not-found'],
    },
    readCorrections: {
      ...common,
      summary: 'Read the corrections of a center',
      description: 'The corrections that are in effect now.',
      parameters: [centerId],
      success: 'The corrections, perhaps none.',
      formats: json(correctionsAnswerSchema),
      problems: [...always, 'not-found'],
    },
    previewCorrection: {
      ...common,
      summary: 'Preview a correction',
      description:
        'What the public sees of the center now, and would see after the correction. Nothing is stored. The faults are the same as when you send the correction. Editors only.',
      parameters: [centerId],
      body: { schema: correctionsBodySchema, description: 'What to set, what to clear, and why.' },
      success: 'The center before and after.',
      formats: json(previewAnswerSchema),
      problems: [...always, 'not-found', 'body-too-large', 'unsupported-media-type'],
    },
    readWorklist: {
      ...common,
      summary: 'Find out whom to ask next',
      description: 'Centers with offerings that nobody confirmed, those with the most people near first.',
      parameters: [
        stateNote,
        {
          name: 'level',
          in: 'query',
          schema: schemaOf(levels),
          description: 'Counts only offerings of this level, and centers where it is unknown.',
          example: 'iop',
        },
        limit(MOST_ROWS),
      ],
      success: 'The centers, perhaps none.',
      formats: json(worklistSchema),
      problems: always,
    },
    readCodes: {
      ...common,
      summary: 'List the team’s codes',
      description:
        'The code of every center that has one, for a console that finds centers by code without asking for them.',
      parameters: [],
      success: 'The codes.',
      formats: json(codesSchema),
      problems: always,
    },
    readProgress: {
      ...common,
      summary: 'See each state’s progress',
      description: 'How many offerings are confirmed, stale, denied and not asked yet, by state.',
      parameters: [],
      success: 'The states.',
      formats: json(progressSchema),
      problems: always,
    },
    readProgressDays: {
      ...common,
      summary: 'See how the unknown shrinks',
      description:
        'What was unknown and confirmed in each state at the end of each day (UTC), the earliest first. Counted back from today’s listings by what agents recorded since; at most five seconds old.',
      parameters: [
        stateNote,
        {
          name: 'days',
          in: 'query',
          schema: z.int().min(1).max(MOST_DAYS),
          description: 'How many days, today included.',
          example: 30,
        },
      ],
      success: 'The days.',
      formats: json(progressDaysSchema),
      problems: always,
    },
    recordFacts: {
      ...common,
      summary: 'Record what a call found out',
      description:
        'Records facts of an offering, or of a level that is unknown: yes to `level` creates the offering, no says that there is none. Every value is from a ' +
        'closed list, so nothing about a caller can be written. The public search has it within five seconds, and no import changes it. ' +
        'An older key press never overrides a later one: it becomes history.',
      parameters: [
        centerId,
        offeringId,
        ifMatch(
          '*',
          'The version that you saw, in quotes (`"0"` where nothing was recorded); `*` to replay queued key presses, whose times then decide.',
        ),
      ],
      body: { schema: factsBodySchema, description: 'The facts. At most 64 KiB.' },
      success: 'The facts that are in effect now, with the next version as `ETag`.',
      formats: json(recordedAnswerSchema),
      problems: withBody,
      tagged: true,
    },
    correctCenter: {
      ...common,
      summary: 'Correct a center',
      description:
        'Corrects facts of a center, with a reason. `clear` removes a correction, so that the listed fact holds again. Editors only.',
      parameters: [centerId, version],
      body: { schema: correctionsBodySchema, description: 'What to set, what to clear, and why.' },
      success: 'The facts that are in effect now, with the next version as `ETag`.',
      formats: json(correctedAnswerSchema),
      problems: withBody,
      tagged: true,
    },
    writePrivateFields: {
      ...common,
      summary: 'Write private fields',
      description:
        'Sets what only the admissions team sees of a center. Send all four fields; null empties one. Editors only.',
      parameters: [centerId, version],
      body: { schema: privateBodySchema, description: 'The private fields.' },
      success: 'The facts that are in effect now, with the next version as `ETag`.',
      formats: json(privateAnswerSchema),
      problems: withBody,
      tagged: true,
    },
    signOut: {
      ...common,
      summary: 'Sign out',
      description:
        'Ends the sign-in: none of its access tokens can write any more. Tokens expire by themselves within minutes. A sign-in ' +
        'has no version, so `If-Match` is passed over.',
      parameters: [],
      success: 'The sign-in has ended.',
      formats: json(signedOutSchema),
      problems: always,
    },
  },
};
