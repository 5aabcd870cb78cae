import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks } from 'cdk-nag';
import { FirewallStack } from './firewall-stack.ts';
import { LocatorStack } from './locator-stack.ts';
import { firewallStackName, stackName } from './names.ts';
import type { Sources } from './sources.ts';

export interface LocatorAppOptions extends AppProps {
  /** Whether synthesis also runs the rule packs. @default true */
  readonly checks?: boolean;
  /** Other places for what is bundled. @default this repository's own */
  readonly sources?: Partial<Sources>;
}

/**
 * The whole application: one stack, without an account or a region of its own, so it synthesises offline and deploys
 * to whichever the credentials name; and its firewall, which CloudFront wants in us-east-1.
 */
export function createApp({ checks = true, sources = {}, ...props }: LocatorAppOptions = {}): App {
  const app = new App(props);
  new FirewallStack(app, firewallStackName);
  new LocatorStack(app, stackName, { sources });
  if (checks) Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new HIPAASecurityChecks(app));
  return app;
}
