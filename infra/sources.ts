import { fileURLToPath } from 'node:url';

/** The files that synthesis bundles. */
export interface Sources {
  /** Path of the public handler's module. */
  readonly handler: string;
  /** The modules of the handlers that serve the admissions team. */
  readonly agentReads: string;
  readonly agentWrites: string;
  /** The module of the handler that publishes uploads. */
  readonly publisher: string;
  /** The module of the canary's handler. */
  readonly canary: string;
  /** The place lookup's data file, copied next to the bundled handler. */
  readonly places: string;
  /** The OpenAPI document, copied next to the bundled handler. */
  readonly document: string;
  /** The folder of the static page. */
  readonly web: string;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const defaultSources: Sources = {
  handler: here('../functions/api/handler.ts'),
  agentReads: here('../functions/agents/reads/handler.ts'),
  agentWrites: here('../functions/agents/writes/handler.ts'),
  publisher: here('../functions/publisher/handler.ts'),
  canary: here('../functions/canary/handler.ts'),
  places: here('../functions/places/places.bin'),
  document: here('../functions/api/service/openapi.json'),
  web: here('../web'),
};
