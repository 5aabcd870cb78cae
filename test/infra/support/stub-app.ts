import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { App } from 'aws-cdk-lib';
import { z } from 'zod';
import { createApp, type LocatorAppOptions } from '../../../infra/locator-app.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const stubSources = {
  handler: here('echo-handler.ts'),
  agentReads: here('echo-handler.ts'),
  agentWrites: here('echo-handler.ts'),
  publisher: here('echo-handler.ts'),
  canary: here('echo-handler.ts'),
  places: here('places.bin'),
  web: here('web'),
};

export const cdkContext: Record<string, unknown> = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(here('../../../cdk.json'), 'utf8'))).context;

/** For tests that only look at the template: bundles nothing, which saves most of the time. */
export const withoutBundling: Record<string, unknown> = { 'aws:cdk:bundling-stacks': [] };

/** The application with a small handler and page, so that infrastructure is tested separately. */
export function stubApp(options: LocatorAppOptions = {}): App {
  return createApp({ sources: stubSources, context: cdkContext, checks: false, ...options });
}
