/** Names that commands look things up by. They stand apart from the constructs, so that a command need not load the CDK. */
export const stackName = 'ProgramLocator';

/** A stage, such as `prod`: a second locator in the same account, with names of its own. Cognito refuses some words. */
export const stagePattern = /^(?!.*(?:aws|amazon|cognito))[a-z][a-z0-9]{0,11}$/;

export interface StackNames {
  readonly locator: string;
  /** In us-east-1, where CloudFront takes a firewall from; one for all regions. */
  readonly firewall: string;
  /** In us-east-1, where CloudFront and its firewall count; one for each region that the locator is in. */
  readonly edge: string;
}

/** @param stage Absent for the only one. @param region Where the locator is. */
export function stackNames(stage: string | undefined, region: string): StackNames {
  const own = stage === undefined ? stackName : `${stackName}-${stage}`;
  return {
    locator: own,
    firewall: stage === undefined ? `${stackName}Firewall` : `${own}-Firewall`,
    edge: `${own}-Edge-${region}`,
  };
}

/** Where a stack is when nobody says. */
export const defaultRegion = 'us-east-1';
export const firewallStackName = stackNames(undefined, defaultRegion).firewall;
export const edgeStackName = stackNames(undefined, defaultRegion).edge;

/** The parameter in which a stack remembers its settings. */
export const settingsParameter = (stack: string): string => `/${stack}/settings`;

/** The usage plans: the website's own, and those that keys are handed out on. */
export const handedOutPlans = ['partner', 'agent'] as const;
export type HandedOutPlan = (typeof handedOutPlans)[number];
export type PlanName = 'website' | HandedOutPlan;

/** The name of a plan at API Gateway. @param stack The stack's name. */
export const usagePlanName = (stack: string, plan: PlanName): string => `${stack}-${plan}`;
