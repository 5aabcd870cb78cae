import { type SpawnOptions, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const repository = fileURLToPath(new URL('../..', import.meta.url));

const cdkJsonSchema = z.object({ app: z.string().min(1), context: z.record(z.string(), z.unknown()) });
const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      properties: z.looseObject({ templateFile: z.string().optional(), file: z.string().optional() }).optional(),
    }),
  ),
});
const templateSchema = z.object({ Resources: z.record(z.string(), z.unknown()) });
const assetsSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string(), packaging: z.string() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

/** The synthesized application as one template: the resources of all its stacks together. */
export interface SynthesizedStack {
  readonly template: unknown;
  /**
   * The folder or file of each asset. Keys are the names with which a deployment would upload them, such as
   * `<hash>.zip`.
   */
  readonly assets: ReadonlyMap<string, string>;
}

/**
 * Synthesizes the application into `outFolder` the way the CDK's own command does: it runs cdk.json's `app` with
 * cdk.json's context. Uses a separate process, because synthesis takes two seconds of one core that loading data can
 * use in parallel, and because its memory is not needed afterwards. Skips the checks of the template, which would take
 * as long again; `npm run synth` and the tests run them.
 * @param options `app`: another command, for tests; `signal`: ends it
 * @throws Error with the command's output if it fails
 */
export async function synthesize(
  outFolder: string,
  { app, signal }: { readonly app?: string | undefined; readonly signal?: AbortSignal } = {},
): Promise<SynthesizedStack> {
  const cdkJson = cdkJsonSchema.parse(JSON.parse(await readFile(join(repository, 'cdk.json'), 'utf8')));
  const [command = '', ...parameters] = (app ?? cdkJson.app).split(' ');
  // Uses the binary that runs this process, because `node` in the search path may be another version.
  const file = command === 'node' ? process.execPath : command;
  const env = {
    ...process.env,
    CDK_OUTDIR: outFolder,
    CDK_CONTEXT_JSON: JSON.stringify(cdkJson.context),
    CDK_VALIDATION: 'false',
    CDK_DISABLE_STACK_TRACE: 'true',
  };
  await run(file, parameters, { cwd: repository, env }, signal);
  return readStack(outFolder);
}

/** Reads the stacks of a cloud assembly. */
export async function readStack(folder: string): Promise<SynthesizedStack> {
  const readJson = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, name), 'utf8'));
  const { artifacts } = manifestSchema.parse(await readJson('manifest.json'));
  const resources: Record<string, unknown> = {};
  const assets = new Map<string, string>();
  for (const [id, { type, properties }] of Object.entries(artifacts)) {
    if (type === 'aws:cloudformation:stack') {
      const { Resources } = templateSchema.parse(await readJson(properties?.templateFile ?? `${id}.template.json`));
      for (const [logicalId, resource] of Object.entries(Resources)) {
        if (Object.hasOwn(resources, logicalId)) throw new Error(`two stacks of the application have a "${logicalId}"`);
        resources[logicalId] = resource;
      }
    } else if (type === 'cdk:asset-manifest') {
      const { files } = assetsSchema.parse(await readJson(properties?.file ?? `${id}.json`));
      for (const { source, destinations } of Object.values(files)) {
        for (const { objectKey } of Object.values(destinations)) assets.set(objectKey, join(folder, source.path));
      }
    }
  }
  return { template: { Resources: resources }, assets };
}

/**
 * Settles when the process and all its children have ended, so that nothing writes into the folder anymore. They form
 * their own process group: ending only the parent would leave bundlers running.
 */
function run(file: string, parameters: readonly string[], options: SpawnOptions, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, parameters, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const stop = (): void => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, 'SIGTERM');
      } catch {
        // Nothing to stop: the process ended by itself in the meantime.
      }
    };
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
    const output: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      signal?.removeEventListener('abort', stop);
      if (code === 0) resolve();
      else if (signal?.aborted) reject(signal.reason);
      else reject(new Error(`the application does not synthesize:\n${Buffer.concat(output).toString().trim()}`));
    });
  });
}
