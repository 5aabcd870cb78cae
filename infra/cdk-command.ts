import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type StackNames, stackNames, stagePattern } from './names.ts';

export const repository = fileURLToPath(new URL('..', import.meta.url));

/** Thrown to stop a deployment for a reason outside of the code. Its message is printed without a stack trace. */
export class DeployError extends Error {
  override readonly name = 'DeployError';
}

/** Names of the stacks of a stage. @throws DeployError if the stage is not valid in names */
export function stacksOf(stage: string | undefined, region: string): StackNames {
  if (stage === undefined || stagePattern.test(stage)) return stackNames(stage, region);
  throw new DeployError(`--stage must be up to 12 lower-case letters and digits, such as prod, not "${stage}"`);
}

/** Context values from which the application derives its stacks' names. */
export const namingContext = (stage: string | undefined, region: string): string[] => [
  `--context=region=${region}`,
  ...(stage === undefined ? [] : [`--context=stage=${stage}`]),
];

/**
 * Returns the region if there are credentials. They are not verified yet.
 * @param doing What the caller is about to do, such as "Deploying", for messages.
 */
export async function findRegion(doing: string): Promise<string> {
  const client = new DynamoDBClient();
  const missing: string[] = [];
  const region = await client.config.region().catch(() => undefined);
  if (region === undefined) missing.push('a region: set AWS_REGION, or one in the profile');
  await client.config
    .credentials()
    .catch(() => missing.push('credentials: set AWS_PROFILE, or sign in with `aws sso login`'));
  client.destroy();
  if (region !== undefined && missing.length === 0) return region;
  const needs = missing.map((need) => `  - ${need}`).join('\n');
  throw new DeployError(`${doing} needs an AWS account, and this lacks\n${needs}\n(--help says what else)`);
}

/**
 * Runs the CDK's own command.
 * @param failed Message if it ends with an error.
 * @throws DeployError
 */
export function runCdk(parameters: readonly string[], region: string, failed: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('cdk', [...parameters], {
      cwd: repository,
      stdio: 'inherit',
      env: { ...process.env, AWS_REGION: region, AWS_DEFAULT_REGION: region },
    });
    child.on('error', ({ message }) =>
      reject(new DeployError(`cdk does not start (${message}). Run this by npm, which finds it`)),
    );
    child.on('close', (code) => (code === 0 ? resolve() : reject(new DeployError(failed))));
  });
}
