/** Names that commands look up. Separate from the constructs, so that a command need not load the CDK. */
export const stackName = 'ProgramLocator';

/** A stage, such as `prod`: another locator in the same account, with its own names. Cognito rejects some words. */
export const stagePattern = /^(?!.*(?:aws|amazon|cognito))[a-z][a-z0-9]{0,11}$/;

export interface StackNames {
  readonly locator: string;
  /** In us-east-1, where CloudFront requires it; one for all regions. */
  readonly firewall: string;
  /** In us-east-1, where CloudFront and its firewall report metrics; one for each region with a locator. */
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

/** Default region of a stack. */
export const defaultRegion = 'us-east-1';
export const firewallStackName = stackNames(undefined, defaultRegion).firewall;
export const edgeStackName = stackNames(undefined, defaultRegion).edge;

/** The parameter in which a stack remembers its settings. */
export const settingsParameter = (stack: string): string => `/${stack}/settings`;

/** The usage plans for keys that are handed out; the website has its own. */
export const handedOutPlans = ['partner', 'agent'] as const;
export type HandedOutPlan = (typeof handedOutPlans)[number];
export type PlanName = 'website' | HandedOutPlan;

/**
 * The name of a plan in API Gateway.
 * @param stack The stack's name.
 */
export const usagePlanName = (stack: string, plan: PlanName): string => `${stack}-${plan}`;

/** Name of the firewall's output, which the locator's stack takes as a parameter of the same name. */
export const firewallArn = 'FirewallArn';
/** Name of the locator's output that the edge's stack takes as a parameter of the same name. */
export const distributionId = 'DistributionId';

/** Names of the locator's outputs, which `infra/deploy.ts` reads. */
export const outputs = {
  tableName: 'TableName',
  publicUrl: 'PublicUrl',
  apiUrl: 'ApiUrl',
  uploadBucket: 'UploadBucket',
  distributionId,
} as const;

/** Outputs with the targets for DNS records, for domains that are not in Route 53. */
export const recordTargets = { website: 'WebsiteTarget', api: 'ApiTarget' } as const;
