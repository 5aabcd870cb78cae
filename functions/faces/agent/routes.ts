import { routesOf } from '../../http/route.ts';
import { v1Conventions } from '../v1/conventions.ts';

/** The admissions team's read routes. A separate function answers them, because it may read private fields. */
export const agentReadRoutes = routesOf(v1Conventions, [
  { method: 'GET', path: '/v1/agent/centers', name: 'searchCentersAsAgent' },
  { method: 'GET', path: '/v1/agent/centers/{id}', name: 'readCenterAsAgent' },
  { method: 'GET', path: '/v1/agent/centers/{id}/history', name: 'readHistory' },
  { method: 'GET', path: '/v1/agent/centers/{id}/corrections', name: 'readCorrections' },
  // A preview stores nothing, so the function for reading answers it, although it is a POST.
  { method: 'POST', path: '/v1/agent/centers/{id}/corrections/preview', name: 'previewCorrection' },
  { method: 'GET', path: '/v1/agent/codes', name: 'readCodes' },
  { method: 'GET', path: '/v1/agent/worklist', name: 'readWorklist' },
  { method: 'GET', path: '/v1/agent/progress', name: 'readProgress' },
  { method: 'GET', path: '/v1/agent/progress/days', name: 'readProgressDays' },
]);
export type AgentReadRouteName = (typeof agentReadRoutes)[number]['name'];

/** The admissions team's write routes. Another function with its own permissions answers them. */
export const agentWriteRoutes = routesOf(v1Conventions, [
  { method: 'PUT', path: '/v1/agent/centers/{id}/offerings/{offeringId}/facts', name: 'recordFacts' },
  { method: 'PUT', path: '/v1/agent/centers/{id}/corrections', name: 'correctCenter' },
  { method: 'PUT', path: '/v1/agent/centers/{id}/private', name: 'writePrivateFields' },
  { method: 'POST', path: '/v1/agent/sign-out', name: 'signOut' },
]);
export type AgentWriteRouteName = (typeof agentWriteRoutes)[number]['name'];

export const agentRoutes = [...agentReadRoutes, ...agentWriteRoutes];
export type AgentRouteName = AgentReadRouteName | AgentWriteRouteName;
