import { crisisSchema, datasetAnswerSchema, helpAnswerSchema } from '../../../http/openapi/common.ts';

/** Properties of every tool's answer; closing.ts fills them in. */
export const closingShape = {
  crisis: crisisSchema,
  dataset: datasetAnswerSchema.describe('The listings that this was read from.'),
  help: helpAnswerSchema.describe(
    'Helplines and what everybody should know about these listings: repeat them word for word.',
  ),
};
