import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks } from 'cdk-nag';
import { EdgeStack } from './edge-stack.ts';
import { FirewallStack } from './firewall-stack.ts';
import { LocatorStack } from './locator-stack.ts';
import { defaultRegion, type StackNames, stackNames, stagePattern } from './names.ts';
import { readSettings } from './settings.ts';
import type { Sources } from './sources.ts';

export interface LocatorAppOptions extends AppProps {
  /** True to check the template with the rule packs during synthesis. @default true */
  readonly checks?: boolean;
  /** Paths of sources to bundle, if they differ from the default. @default the files of this repository */
  readonly sources?: Partial<Sources>;
}

/**
 * The whole application, as three stacks: the locator, which has no account or region, so that it synthesizes offline
 * and deploys with any credentials; its firewall, which CloudFront requires in us-east-1; and the alarms of the
 * website's edge, also there.
 */
export function createApp({ checks = true, sources = {}, ...props }: LocatorAppOptions = {}): App {
  const app = new App(props);
  const names = namesOf(app);
  const settings = readSettings((name) => app.node.tryGetContext(name));
  new FirewallStack(app, names.firewall);
  new LocatorStack(app, names.locator, { sources, settings, firewall: names.firewall });
  new EdgeStack(app, names.edge, { firewall: names.firewall, settings });
  if (checks) Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new HIPAASecurityChecks(app));
  return app;
}

/** Names the stacks by the context values `stage` and `region`. @throws Error for a stage that is not valid in names */
function namesOf(app: App): StackNames {
  const stage: unknown = app.node.tryGetContext('stage');
  const region: unknown = app.node.tryGetContext('region') ?? defaultRegion;
  if (stage !== undefined && !(typeof stage === 'string' && stagePattern.test(stage)))
    throw new Error(`context "stage" must be up to 12 lower-case letters and digits, not ${JSON.stringify(stage)}`);
  if (typeof region !== 'string' || !/^[a-z]{2}(?:-[a-z]+)+-\d$/.test(region))
    throw new Error(`context "region" must be a region such as us-west-2, not ${JSON.stringify(region)}`);
  return stackNames(stage, region);
}
