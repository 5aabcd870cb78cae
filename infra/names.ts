/**
 * Names that commands look up. They are not in the constructs' files, so that a command does not have to load the CDK.
 */
export const stackName = 'ProgramLocator';

/**
 * A stage is another locator in the same account, with its own names, such as `prod`. Cognito does not accept some
 * words in names, so a stage may not contain them.
 */
export const stagePattern = /^(?!.*(?:aws|amazon|cognito))[a-z][a-z0-9]{0,11}$/;

export interface StackNames {
  readonly locator: string;
  /**
   * Name of the firewall's stack. It is in us-east-1, because CloudFront requires it there. One serves the locators of
   * all regions.
   */
  readonly firewall: string;
  /**
   * Name of the stack with the edge's alarms. It is in us-east-1, because CloudFront and its firewall report metrics
   * there. Each region with a locator has its own.
   */
  readonly edge: string;
}

/**
 * @param stage Absent for the default stage.
 * @param region The locator's region.
 */
export function stackNames(stage: string | undefined, region: string): StackNames {
  const own = stage === undefined ? stackName : `${stackName}-${stage}`;
  return {
    locator: own,
    firewall: stage === undefined ? `${stackName}Firewall` : `${own}-Firewall`,
    edge: `${own}-Edge-${region}`,
  };
}

/** The region whose stacks have no region in their names. */
export const defaultRegion = 'us-east-1';
export const firewallStackName = stackNames(undefined, defaultRegion).firewall;
export const edgeStackName = stackNames(undefined, defaultRegion).edge;

/** The parameter in which a stack remembers its settings. */
export const settingsParameter = (stack: string): string => `/${stack}/settings`;

/** The usage plans whose keys are handed out to callers. The website has a plan of its own. */
export const handedOutPlans = ['partner', 'agent'] as const;
export type HandedOutPlan = (typeof handedOutPlans)[number];
export type PlanName = 'website' | HandedOutPlan;

/**
 * Returns the name of a plan in API Gateway.
 * @param stack Name of the stack that the plan belongs to.
 */
export const usagePlanName = (stack: string, plan: PlanName): string => `${stack}-${plan}`;

/** Name of the firewall stack's output. The locator's stack has a parameter with the same name. */
export const firewallArn = 'FirewallArn';
/** Name of the locator stack's output. The stack with the edge's alarms has a parameter with the same name. */
export const distributionId = 'DistributionId';

/** Names of the locator's outputs, which `infra/deploy.ts` reads. */
export const outputs = {
  tableName: 'TableName',
  publicUrl: 'PublicUrl',
  apiUrl: 'ApiUrl',
  uploadBucket: 'UploadBucket',
  distributionId,
} as const;

/** Names of the outputs with the targets for DNS records, for domains that are not in Route 53. */
export const recordTargets = { website: 'WebsiteTarget', api: 'ApiTarget' } as const;
