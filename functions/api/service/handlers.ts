import type { Handlers } from '../../http/route.ts';
import { readHealth } from './read-health.ts';
import { readOpenApi } from './read-openapi.ts';
import type { ServiceRouteName } from './routes.ts';

export const serviceHandlers: Handlers<ServiceRouteName> = { readOpenApi, readHealth };
