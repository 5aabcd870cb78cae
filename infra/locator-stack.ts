import { CfnOutput, CfnParameter, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { searchEnvironmentSchema } from '../functions/environment/search.ts';
import { acknowledgeRules } from './acknowledged-rules.ts';
import { AgentFunction } from './agent-functions.ts';
import { Alarms } from './alarms.ts';
import { PublicApi } from './api.ts';
import { ConsoleSettings } from './console-settings.ts';
import { firewallArn } from './firewall-stack.ts';
import { Publisher } from './publisher.ts';
import { SearchFunction } from './search-function.ts';
import { SignIn, signInOrigin } from './sign-in.ts';
import { Site } from './site.ts';
import { defaultSources, type Sources } from './sources.ts';
import { DatasetTable } from './table.ts';
import { addUsagePlans } from './usage-plans.ts';
import { WebsiteKey } from './website-key.ts';

export interface LocatorStackProps extends StackProps {
  readonly sources?: Partial<Sources>;
}

/** Names of the stack's outputs, which `infra/deploy.ts` reads. */
export const outputs = {
  tableName: 'TableName',
  publicUrl: 'PublicUrl',
  apiUrl: 'ApiUrl',
  uploadBucket: 'UploadBucket',
} as const;

/**
 * The locator: table, search function, API, website, publisher and alarms.
 *
 * The function must know the website's address (links in its answers) while the website forwards to the API that
 * invokes the function. It is no circle because the website names the API only by its id and a constant stage name:
 * website → API's id, function → website, API's methods → function.
 *
 * Context values, all optional: `domainName` with `certificateArn` (a certificate in us-east-1) for a domain of one's
 * own, `alarmTopicArn`, an SNS topic that alarms are sent to, `websiteKey`, a number that when changed makes the
 * website a new key, `publisherConcurrency`, how many uploads are published at once at most, `reportTo`, an email
 * address or an https page where visitors report a wrong fact, and `tableName`, a table that a backup was restored into.
 */
export class LocatorStack extends Stack {
  constructor(scope: Construct, id: string, { sources: given = {}, ...props }: LocatorStackProps = {}) {
    super(scope, id, { description: 'Treatment-program locator: table, search, API, website', ...props });
    const sources = { ...defaultSources, ...given };

    const { table } = new DatasetTable(this, 'Dataset', { tableName: text(this, 'tableName') });
    const api = new PublicApi(this, 'Api');
    const websiteKey = new WebsiteKey(this, 'WebsiteKey', { generation: text(this, 'websiteKey') ?? '' });
    const webAcl = new CfnParameter(this, firewallArn, {
      description: "The website's firewall, from the stack beside this one",
      allowedPattern: '^arn:[a-z-]+:wafv2:us-east-1:\\d{12}:global/webacl/.+$',
    });
    const reportTo = contact(this, 'reportTo');
    const site = new Site(this, 'Site', {
      api,
      apiKey: websiteKey.value,
      webAclId: webAcl.valueAsString,
      webFolder: sources.web,
      signInOrigin: signInOrigin(this),
      reportTo,
      domain: ownDomain(this),
    });
    const search = new SearchFunction(this, 'Search', {
      table,
      publicUrl: site.url,
      reportTo,
      entry: sources.handler,
      placesFile: sources.places,
      documentFile: sources.document,
    });
    const signIn = new SignIn(this, 'SignIn', { siteUrl: site.url });
    new ConsoleSettings(this, 'ConsoleSettings', { site, signIn });
    const agents = { table, publicUrl: site.url, signIn, placesFile: sources.places };
    const agentReads = new AgentFunction(this, 'AgentReads', {
      ...agents,
      description: 'Answers what the admissions team reads',
      entry: sources.agentReads,
    });
    const agentWrites = new AgentFunction(this, 'AgentWrites', {
      ...agents,
      description: 'Records what the admissions team finds out, and publishes it',
      entry: sources.agentWrites,
      writes: true,
    });
    api.serve({ search: search.function, agentReads: agentReads.function, agentWrites: agentWrites.function });
    addUsagePlans({ api: api.restApi, stackName: this.stackName, websiteKey: websiteKey.apiKey });
    const publisher = new Publisher(this, 'Publisher', {
      table,
      entry: sources.publisher,
      placesFile: sources.places,
      concurrency: count(this, 'publisherConcurrency'),
    });
    new Alarms(this, 'Alarms', {
      api: api.restApi,
      table,
      function: search.function,
      publisher,
      topicArn: text(this, 'alarmTopicArn'),
    });

    new CfnOutput(this, outputs.tableName, { value: table.tableName });
    new CfnOutput(this, outputs.publicUrl, { value: site.url });
    new CfnOutput(this, outputs.uploadBucket, { value: publisher.bucket.bucketName });
    new CfnOutput(this, outputs.apiUrl, { value: api.url });
    acknowledgeRules(this);
  }
}

function ownDomain(scope: Construct): { name: string; certificateArn: string } | undefined {
  const name = text(scope, 'domainName');
  const certificateArn = text(scope, 'certificateArn');
  if (name === undefined && certificateArn === undefined) return undefined;
  if (name === undefined || certificateArn === undefined) {
    throw new Error('context "domainName" and "certificateArn" go together: give both or neither');
  }
  return { name, certificateArn };
}

function text(scope: Construct, key: string): string | undefined {
  const value: unknown = scope.node.tryGetContext(key);
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`context "${key}" must be a text that is not empty, not ${JSON.stringify(value)}`);
}

function contact(scope: Construct, key: string): string | undefined {
  const value = text(scope, key);
  if (searchEnvironmentSchema.shape.REPORT_TO.safeParse(value).success) return value;
  throw new Error(`context "${key}" must be an email address or an https address, not ${JSON.stringify(value)}`);
}

function count(scope: Construct, key: string): number | undefined {
  const value = text(scope, key);
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
  throw new Error(`context "${key}" must be a whole number from 1 to 9999, not ${JSON.stringify(value)}`);
}
