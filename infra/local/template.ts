import type { SynthesizedStack } from './assembly.ts';
import type {
  ApiDeclaration,
  Declaration,
  FunctionDeclaration,
  SignInDeclaration,
  UploadsDeclaration,
} from './declaration.ts';
import { referredIds } from './intrinsics.ts';
import { readApi } from './template-api.ts';
import { TemplateResources } from './template-resources.ts';
import { readSite } from './template-site.ts';

/**
 * Reads from the template everything that the local server runs.
 * @throws z.ZodError or Error naming what the template lacks, or what the local server cannot run
 */
export function readDeclaration(stack: SynthesizedStack): Declaration {
  const resources = new TemplateResources(stack);
  const [tableId, table] = resources.only('table');
  const api = readApi(resources);
  const uploads = readUploads(resources);
  const secrets = new Map(
    resources.all('secret').map(([id, { GenerateSecretString }]) => [id, GenerateSecretString.PasswordLength]),
  );
  return {
    table: { id: tableId, ...table },
    functions: readFunctions(resources, api, uploads),
    api,
    site: readSite(resources),
    secrets,
    uploads,
    signIn: readSignIn(resources),
  };
}

function readSignIn(resources: TemplateResources): SignInDeclaration | undefined {
  const [pool] = resources.all('userPool');
  const [client] = resources.all('userPoolClient');
  return pool && client && { poolId: pool[0], clientId: client[0] };
}

/**
 * Reads only functions that the API or an upload invokes. Functions that help a deployment are not part of the running
 * service.
 */
function readFunctions(
  resources: TemplateResources,
  api: ApiDeclaration,
  uploads: UploadsDeclaration,
): Map<string, FunctionDeclaration> {
  const invoked = new Set(
    api.resources.flatMap(({ methods }) =>
      [...methods.values()].flatMap(({ answer }) => ('functionId' in answer ? [answer.functionId] : [])),
    ),
  );
  invoked.add(uploads.functionId);
  const functions = new Map<string, FunctionDeclaration>();
  for (const [id, properties] of resources.all('function')) {
    if (!invoked.has(id)) continue;
    functions.set(id, {
      id,
      folder: resources.asset(properties.Code.S3Key),
      handler: properties.Handler,
      timeoutMs: properties.Timeout * 1000,
      memoryMb: properties.MemorySize,
      concurrency: properties.ReservedConcurrentExecutions,
      environment: properties.Environment?.Variables ?? {},
    });
  }
  return functions;
}

function readUploads(resources: TemplateResources): UploadsDeclaration {
  const found = resources
    .all('rule')
    .flatMap(([id, { EventPattern, Targets }]) =>
      EventPattern === undefined ? [] : [{ id, ...EventPattern.detail, Targets }],
    );
  const [rule] = found;
  if (rule === undefined || found.length > 1) throw new Error(`${found.length} rules take uploads, not one`);
  const { id, bucket, object, Targets } = rule;
  const [bucketId, functionId] = [referredIds(bucket.name)[0], referredIds(Targets[0].Arn)[0]];
  if (bucketId === undefined || functionId === undefined) throw new Error(`the rule "${id}" leads to no function`);
  return { bucketId, functionId, prefix: object.key[0].prefix };
}
