import * as z from 'zod';
import { healthAnswerSchema } from '../../faces/v1/answers/reference.ts';
import type { FaceDocument } from '../../http/openapi/operation.ts';
import type { ServiceRouteName } from './routes.ts';

/** The service's own part of the OpenAPI document. */
export const serviceDocument: FaceDocument<ServiceRouteName, 'Service'> = {
  tags: { Service: 'The service’s health, and this document.' },
  operations: {
    readHealth: {
      tag: 'Service',
      summary: 'Check the service',
      description: 'Reads the dataset’s pointer and summary, as a search would, and says which listings are served.',
      parameters: [],
      success: 'Searches are answered.',
      formats: { 'application/json': { schema: healthAnswerSchema } },
      kept: false,
      problems: ['bad-request', 'not-acceptable'],
    },
    readOpenApi: {
      tag: 'Service',
      summary: 'Read this document',
      description: 'This API as an OpenAPI 3.1 document, for people and generators of clients.',
      parameters: [],
      success: 'The document.',
      formats: { 'application/json': { schema: z.looseObject({}) } },
      kept: true,
      problems: ['bad-request', 'not-acceptable'],
    },
  },
};
