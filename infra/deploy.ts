import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { recordsToPublish, seedTable } from '../data/commands/publish.ts';
import { readFormerIds } from '../data/match/aliases.ts';
import { DataError } from '../data/records/load.ts';
import { firewallArn } from './firewall-stack.ts';
import { idleCostText } from './idle-cost.ts';
import { outputs } from './locator-stack.ts';
import { firewallStackName, stackName } from './names.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));

const help = `npm run deploy -- [options]

Deploys the locator to your AWS account. Where its table has no dataset yet, publishes the centers of data/centers;
a dataset that is there stays as it is; npm run data -- publish replaces it.

Options:
  --with-examples       publish the fictional examples of data/examples.json too
  --data PATH           publish this file or folder instead of data/centers
  --table NAME          do not deploy; publish to this table (what a deployment prints as TableName) if it has no dataset
  --require-approval X  never, any-change or broadening: when to ask before changing permissions (broadening)
  --context KEY=VALUE   passed on; may be repeated. domainName=find.example.org with certificateArn=… (a certificate
                        in us-east-1) for a domain of your own, alarmTopicArn=… for an SNS topic that hears alarms,
                        websiteKey=2 (3, …) to give the website a new key, reportTo=… for an email address or https page
                        that pages link to for reporting a wrong fact
  --help                this text

It needs
  - credentials and a region, found as the AWS command line finds them: AWS_PROFILE, AWS_ACCESS_KEY_ID with
    AWS_SECRET_ACCESS_KEY, or a signed-in profile; AWS_REGION or the profile's region
  - an account and region prepared once:  npx cdk bootstrap
  - the right to assume the roles that this created, and to read and write the table (BatchGetItem, BatchWriteItem,
    GetItem, PutItem, UpdateItem, Query, Scan)
The first deployment takes about ten minutes: CloudFront is slow to set up.

${idleCostText}
`;

/** What stops a deployment and is no fault of the code: told without a stack. */
class DeployError extends Error {}

interface Settings {
  readonly data: string;
  readonly examples: boolean;
  readonly table: string | undefined;
  readonly cdkArguments: readonly string[];
}

async function main(parameters: string[]): Promise<void> {
  const settings = readSettings(parameters);
  if (!settings) {
    process.stdout.write(help);
    return;
  }
  // Everything that can be wrong on this side is found before anything changes on the other.
  const { data: path, examples: withExamples } = settings;
  const records = await recordsToPublish(path, { withExamples }, console.warn).catch((error) =>
    Promise.reject(error instanceof DataError ? error : new DeployError(wordsOf(error))),
  );
  const former = await readFormerIds(path);
  const region = await findRegion();
  const stack = settings.table === undefined ? await deploy(settings, region) : undefined;
  const table = stack?.[outputs.tableName] ?? settings.table ?? '';
  process.stdout.write(await seedTable(records, { path: shownPath(path), table, withExamples, former }, console.log));
  if (stack) console.log(`\nThe locator is at ${stack[outputs.publicUrl]}/`);
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** As a command in the repository's folder would name it. */
const shownPath = (path: string): string => (isAbsolute(path) ? relative(repository, path) || '.' : path);

/** Undefined when help was asked for. */
function readSettings(parameters: string[]): Settings | undefined {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(parameters);
  } catch (error) {
    throw new DeployError(
      `${error instanceof Error ? error.message : error}\n(npm run deploy -- --help says what can be given)`,
    );
  }
  if (values.help) return undefined;
  return {
    data: values.data ?? join(repository, 'data/centers'),
    examples: values['with-examples'],
    table: values.table,
    cdkArguments: [
      `--require-approval=${values['require-approval']}`,
      ...values.context.map((context) => `--context=${context}`),
    ],
  };
}

function parse(args: string[]) {
  return parseArgs({
    args,
    options: {
      'with-examples': { type: 'boolean', default: false },
      data: { type: 'string' },
      table: { type: 'string' },
      'require-approval': { type: 'string', default: 'broadening' },
      context: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h', default: false },
    },
  }).values;
}

/** The region, where credentials are there too, though not yet known to be right. */
async function findRegion(): Promise<string> {
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
  throw new DeployError(
    `Deploying needs an AWS account, and this lacks\n${needs}\n(npm run deploy -- --help says what else)`,
  );
}

type StackOutputs = Readonly<Record<(typeof outputs)[keyof typeof outputs], string>>;

const stackOutputsSchema = z.object({
  [stackName]: z.object({
    [outputs.tableName]: z.string(),
    [outputs.publicUrl]: z.string(),
    [outputs.apiUrl]: z.string(),
    [outputs.uploadBucket]: z.string(),
  }),
});

const firewallOutputsSchema = z.object({ [firewallStackName]: z.object({ [firewallArn]: z.string() }) });

/** Deploys the firewall, then the locator behind it, in the region that the publish will use too, and reads the stack's outputs. */
async function deploy({ cdkArguments }: Settings, region: string): Promise<StackOutputs> {
  const folder = await mkdtemp(join(tmpdir(), 'locator-deploy-'));
  try {
    const outputsFile = join(folder, 'outputs.json');
    const deployStack = async <T>(name: string, schema: z.ZodType<T>, ...more: readonly string[]): Promise<T> => {
      await cdkDeploy([name, `--outputs-file=${outputsFile}`, ...cdkArguments, ...more], region);
      const parsed = schema.safeParse(JSON.parse(await readFile(outputsFile, 'utf8')));
      if (parsed.success) return parsed.data;
      throw new DeployError(`The outputs of ${name} are not as expected:\n${z.prettifyError(parsed.error)}`);
    };
    const firewall = await deployStack(firewallStackName, firewallOutputsSchema);
    const arn = `--parameters=${stackName}:${firewallArn}=${firewall[firewallStackName][firewallArn]}`;
    return (await deployStack(stackName, stackOutputsSchema, arn))[stackName];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function cdkDeploy(parameters: readonly string[], region: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('cdk', ['deploy', ...parameters], {
      cwd: repository,
      stdio: 'inherit',
      env: { ...process.env, AWS_REGION: region, AWS_DEFAULT_REGION: region },
    });
    child.on('error', ({ message }) => {
      reject(new DeployError(`cdk does not start (${message}). Run this as: npm run deploy`));
    });
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new DeployError('Not deployed. If it speaks of bootstrapping above, run once: npx cdk bootstrap'));
    });
  });
}

// Last, so that everything above is there.
if (import.meta.main) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    const plain = error instanceof DeployError || error instanceof DataError;
    console.error(plain ? error.message : error);
    process.exitCode = 1;
  }
}
