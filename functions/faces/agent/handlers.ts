import type { Handlers } from '../../http/route.ts';
import { ListedCenters } from './listed.ts';
import { previewCorrection } from './preview-correction.ts';
import { readCenterAsAgent, searchCentersAsAgent } from './read-centers.ts';
import { readCodes } from './read-codes.ts';
import { readCorrections, readHistory } from './read-history.ts';
import { readProgress, readProgressDays } from './read-progress.ts';
import { readWorklist } from './read-worklist.ts';
import type { AgentReadRouteName, AgentWriteRouteName } from './routes.ts';
import type { ReadServices } from './services.ts';
import { correctCenter, recordFacts, signOut, type WriteServices, writePrivateFields } from './write.ts';

export const agentReadHandlers = (
  services: ReadServices,
  listed = new ListedCenters(),
): Handlers<AgentReadRouteName> => ({
  searchCentersAsAgent: searchCentersAsAgent(services),
  readCenterAsAgent: readCenterAsAgent(services),
  readHistory: readHistory(services),
  readCorrections: readCorrections(services),
  previewCorrection: previewCorrection(services),
  readCodes: readCodes(services),
  readWorklist: readWorklist(services, listed),
  readProgress: readProgress(services, listed),
  readProgressDays: readProgressDays(services, listed),
});

export const agentWriteHandlers = (services: WriteServices): Handlers<AgentWriteRouteName> => ({
  recordFacts: recordFacts(services),
  correctCenter: correctCenter(services),
  writePrivateFields: writePrivateFields(services),
  signOut: signOut(services),
});
