import { CfnOutput, CfnParameter, Stack, type StackProps } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { acknowledgeRules } from './acknowledged-rules.ts';
import { AgentFunction } from './agent-functions.ts';
import { Alarms } from './alarms.ts';
import { PublicApi } from './api.ts';
import { Canary } from './canary.ts';
import { ConsoleSettings } from './console-settings.ts';
import { Dashboard } from './dashboard.ts';
import { edgeAlarms } from './edge-stack.ts';
import { Gradual, invoked } from './gradual.ts';
import { firewallArn, outputs, settingsParameter } from './names.ts';
import { OwnDomains } from './own-domains.ts';
import { Publisher } from './publisher.ts';
import { SearchFunction } from './search-function.ts';
import { type Settings, settingsText } from './settings.ts';
import { SignIn, signInOrigin } from './sign-in.ts';
import { Site } from './site.ts';
import { defaultSources, type Sources } from './sources.ts';
import { DatasetTable } from './table.ts';
import { addUsagePlans } from './usage-plans.ts';
import { WebsiteKey } from './website-key.ts';

export interface LocatorStackProps extends StackProps {
  readonly sources?: Partial<Sources>;
  /** The settings of this deployment (see `settings.ts`). */
  readonly settings?: Settings;
  /** Name of the firewall's stack. The names of the firewall's metrics contain it. */
  readonly firewall: string;
}

/**
 * After this many days without a publish, an alarm rings, unless a setting says otherwise. A listing may be a month
 * old; one that was not checked for a year misleads people.
 */
const STALE_AFTER_DAYS = '35';

/**
 * The locator: table, functions, API, website, publisher, alarms and canary. The function must know the website's URL
 * (for links in its answers), and the website forwards to the API, which invokes the function. This is not a cycle,
 * because the website refers to the API only by its id and a constant stage name. So the order is: the API's id, the
 * website, the function, the API's methods. In a deployment, a new version of the functions takes over step by step
 * (`gradual.ts`). After that the site's files are uploaded, because a new page may need the new API, and last the
 * canary.
 */
export class LocatorStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { sources: given = {}, settings = {}, firewall, ...props }: LocatorStackProps,
  ) {
    super(scope, id, { description: 'Treatment-program locator: table, search, API, website', ...props });
    const sources = { ...defaultSources, ...given };
    const { domainName, certificateArn, reportTo, publisherConcurrency } = settings;

    const { table } = new DatasetTable(this, 'Dataset', { tableName: settings.tableName });
    const api = new PublicApi(this, 'Api');
    const websiteKey = new WebsiteKey(this, 'WebsiteKey', { generation: settings.websiteKey ?? '' });
    const webAcl = new CfnParameter(this, firewallArn, {
      description: "The website's firewall, from the stack beside this one",
      allowedPattern: '^arn:[a-z-]+:wafv2:us-east-1:\\d{12}:global/webacl/.+$',
    });
    const site = new Site(this, 'Site', {
      api,
      apiKey: websiteKey.value,
      webAclId: webAcl.valueAsString,
      webFolder: sources.web,
      signInOrigin: signInOrigin(this),
      reportTo,
      domain:
        domainName !== undefined && certificateArn !== undefined ? { name: domainName, certificateArn } : undefined,
    });
    new OwnDomains(this, 'Domains', { distribution: site.distribution, restApi: api.restApi, settings });
    const search = new SearchFunction(this, 'Search', {
      table,
      publicUrl: site.url,
      reportTo,
      entry: sources.handler,
      placesFile: sources.places,
      documentFile: sources.document,
    });
    const signIn = new SignIn(this, 'SignIn', { siteUrl: site.url });
    const consoleSettings = new ConsoleSettings(this, 'ConsoleSettings', { site, signIn });
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
    api.serve({
      search: invoked(search.live),
      agentReads: invoked(agentReads.live),
      agentWrites: invoked(agentWrites.live),
    });
    addUsagePlans({ api: api.restApi, stackName: this.stackName, websiteKey: websiteKey.apiKey });
    const publisher = new Publisher(this, 'Publisher', {
      table,
      entry: sources.publisher,
      placesFile: sources.places,
      concurrency: publisherConcurrency === undefined ? undefined : Number(publisherConcurrency),
    });
    const alarms = new Alarms(this, 'Alarms', {
      api: api.restApi,
      table,
      search: search.function,
      agents: [agentReads.function, agentWrites.function],
      publisher,
      staleAfterDays: Number(settings.staleAfterDays ?? STALE_AFTER_DAYS),
      email: settings.alarmEmail,
      topicArn: settings.alarmTopicArn,
    });
    const edge = edgeAlarms(site.distribution.distributionId, firewall);
    new Dashboard(this, 'Dashboard', { name: `${this.stackName}-${this.region}`, alarms: alarms.specs, edge });
    new Gradual(this, 'Gradual', {
      aliases: { Search: search.live, AgentReads: agentReads.live, AgentWrites: agentWrites.live },
      alarms: alarms.ofNewCode,
    });
    const copies = [...site.files, consoleSettings.file];
    for (const copy of copies) copy.node.addDependency(api.restApi.deploymentStage);
    new Canary(this, 'Canary', { publicUrl: site.url, entry: sources.canary, after: copies });

    new StringParameter(this, 'Settings', {
      parameterName: settingsParameter(this.stackName),
      description: 'What the locator was last deployed with: a deployment that leaves a value out keeps it',
      stringValue: settingsText(settings),
    });
    new CfnOutput(this, outputs.tableName, { value: table.tableName });
    new CfnOutput(this, outputs.publicUrl, { value: site.url });
    new CfnOutput(this, outputs.uploadBucket, { value: publisher.bucket.bucketName });
    new CfnOutput(this, outputs.apiUrl, {
      value: settings.apiDomainName === undefined ? api.url : `https://${settings.apiDomainName}`,
    });
    new CfnOutput(this, outputs.distributionId, { value: site.distribution.distributionId });
    acknowledgeRules(this);
  }
}
