import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { recordsToPublish, seedTable } from '../data/commands/publish.ts';
import { readFormerIds } from '../data/match/aliases.ts';
import { DataError } from '../data/records/load.ts';
import { DeployError, findRegion, namingContext, repository, runCdk, stacksOf } from './cdk-command.ts';
import { recordsToMake } from './dns-records.ts';
import { idleCostText } from './idle-cost.ts';
import { distributionId, firewallArn, outputs, recordTargets } from './names.ts';
import { givenSettings, mergedSettings, rememberedSettings } from './remembered.ts';
import { type SettingName, type Settings, SettingsError } from './settings.ts';

const help = `npm run deploy -- [options]

Deploys the locator to your AWS account. Where its table has no dataset yet, publishes the centers of data/centers;
a dataset that is there stays as it is; npm run data -- publish replaces it.

Options:
  --with-examples       publish the fictional examples of data/examples.json too
  --data PATH           publish this file or folder instead of data/centers
  --table NAME          do not deploy; publish to this table (what a deployment prints as TableName) if it has no dataset
  --require-approval X  never, any-change or broadening: when to ask before changing permissions (broadening)
  --stage NAME          another locator in the same account, such as prod: stacks, metrics and alarms carry its name
  --context KEY=VALUE   a setting; may be repeated. The stack remembers it: a deployment that leaves it out keeps it
  --forget KEY          forget a setting; may be repeated

Settings:
  domainName            the website's own domain, with certificateArn (in us-east-1)
  apiDomainName         the API's own domain, with apiCertificateArn (in the stack's region)
  hostedZoneId          where Route 53 has these domains, with hostedZoneName; else the records to make are printed
  alarmEmail            who gets an email when an alarm rings (confirm the first one, from each of two topics);
                        or alarmTopicArn and edgeAlarmTopicArn (in us-east-1), topics that are there already
  staleAfterDays        after how many days without a publish an alarm rings (35)
  tableName             a table that a backup was restored into, instead of the stack's own
  websiteKey            2, 3, …: gives the website a new key
  publisherConcurrency  how many uploads are published at once at most
  reportTo              an email address or https page that pages link to for reporting a wrong fact

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

interface Options {
  readonly data: string;
  readonly examples: boolean;
  readonly table: string | undefined;
  readonly stage: string | undefined;
  readonly given: Settings;
  readonly forget: readonly string[];
  readonly cdkArguments: readonly string[];
}

async function deployWith(parameters: string[]): Promise<void> {
  const options = readOptions(parameters);
  if (!options) {
    process.stdout.write(help);
    return;
  }
  // Reads and checks the records first, so that every fault in them is found before anything in AWS changes.
  const { data: path, examples: withExamples } = options;
  const records = await recordsToPublish(path, { withExamples }, console.warn).catch((error) =>
    Promise.reject(error instanceof DataError ? error : new DeployError(wordsOf(error))),
  );
  const former = await readFormerIds(path);
  const region = await findRegion('Deploying');
  const stack = options.table === undefined ? await deploy(options, region) : undefined;
  const table = stack?.[outputs.tableName] ?? options.table ?? '';
  process.stdout.write(await seedTable(records, { path: shownPath(path), table, withExamples, former }, console.log));
  if (stack) console.log(`\nThe locator is at ${stack[outputs.publicUrl]}/ and its API at ${stack[outputs.apiUrl]}`);
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Returns the path relative to the repository's folder, as a user there would type it. */
const shownPath = (path: string): string => (isAbsolute(path) ? relative(repository, path) || '.' : path);

/** Reads the command's options. Undefined if the user asked for help. */
function readOptions(parameters: string[]): Options | undefined {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(parameters);
  } catch (error) {
    throw new DeployError(
      `${error instanceof Error ? error.message : error}\n(npm run deploy -- --help says what can be given)`,
    );
  }
  if (values.help) return undefined;
  const { given, other } = givenSettings(values.context);
  return {
    stage: values.stage,
    given,
    forget: values.forget,
    data: values.data ?? join(repository, 'data/centers'),
    examples: values['with-examples'],
    table: values.table,
    cdkArguments: [
      `--require-approval=${values['require-approval']}`,
      ...other.map((context) => `--context=${context}`),
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
      stage: { type: 'string' },
      context: { type: 'string', multiple: true, default: [] },
      forget: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h', default: false },
    },
  }).values;
}

const stackOutputsSchema = z.object({
  [outputs.tableName]: z.string(),
  [outputs.publicUrl]: z.string(),
  [outputs.apiUrl]: z.string(),
  [outputs.uploadBucket]: z.string(),
  [outputs.distributionId]: z.string(),
  [recordTargets.website]: z.string(),
  [recordTargets.api]: z.string().optional(),
});
type StackOutputs = z.infer<typeof stackOutputsSchema>;

const firewallOutputsSchema = z.object({ [firewallArn]: z.string() });

/**
 * Deploys the firewall, then the locator, and then the alarms of the website's edge. The locator goes to the region
 * that the publish will use too. Uses the given settings and those that the stack remembers.
 */
async function deploy({ stage, given, forget, cdkArguments }: Options, region: string): Promise<StackOutputs> {
  const names = stacksOf(stage, region);
  const settings = mergedSettings(await rememberedSettings(names.locator, region), given, forget);
  tell(settings, given);
  const contexts = Object.entries(settings).map(([name, value]) => `--context=${name}=${value}`);
  const folder = await mkdtemp(join(tmpdir(), 'locator-deploy-'));
  try {
    const outputsFile = join(folder, 'outputs.json');
    const deployStack = async <T>(name: string, schema: z.ZodType<T>, ...more: readonly string[]): Promise<T> => {
      const parameters = [`--outputs-file=${outputsFile}`, ...namingContext(stage, region), ...contexts];
      await runCdk(
        ['deploy', name, '--exclusively', ...parameters, ...cdkArguments, ...more],
        region,
        'Not deployed. If the output above mentions bootstrapping, run once: npx cdk bootstrap',
      );
      const all = z.record(z.string(), z.unknown()).parse(JSON.parse(await readFile(outputsFile, 'utf8')));
      const parsed = schema.safeParse(all[name]);
      if (parsed.success) return parsed.data;
      throw new DeployError(`The outputs of ${name} are not as expected:\n${z.prettifyError(parsed.error)}`);
    };
    const parameter = (stack: string, name: string, value: string) => `--parameters=${stack}:${name}=${value}`;
    const firewall = await deployStack(names.firewall, firewallOutputsSchema);
    const arn = parameter(names.locator, firewallArn, firewall[firewallArn]);
    const stack = await deployStack(names.locator, stackOutputsSchema, arn);
    // The edge stack has no outputs, so any shape of outputs is accepted.
    await deployStack(names.edge, z.unknown(), parameter(names.edge, distributionId, stack[outputs.distributionId]));
    const targets = { website: stack[recordTargets.website], api: stack[recordTargets.api] };
    const records = recordsToMake(settings, targets);
    if (records !== '') console.log(`\n${records}\n`);
    return stack;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Prints which settings come from an earlier deployment, and what is missing before alarms reach anybody. */
function tell(settings: Settings, given: Settings): void {
  const kept = (Object.keys(settings) as SettingName[]).filter((name) => given[name] === undefined);
  if (kept.length > 0)
    console.log(`Kept from the last deployment: ${kept.map((name) => `${name}=${settings[name]}`).join(', ')}`);
  if (settings.alarmEmail === undefined && settings.alarmTopicArn === undefined)
    console.warn('Alarms will notify nobody. Add --context alarmEmail=ops@example.org: it is remembered.');
}

/**
 * Runs `npm run deploy --`.
 * @returns the exit code
 */
export async function runDeploy(parameters: string[]): Promise<number> {
  try {
    await deployWith(parameters);
    return 0;
  } catch (error) {
    const plain = [DeployError, DataError, SettingsError].some((kind) => error instanceof kind);
    console.error(plain && error instanceof Error ? error.message : error);
    return 1;
  }
}

// At the end of the file, so that everything above is defined.
if (import.meta.main) process.exitCode = await runDeploy(process.argv.slice(2));
