/** Names that commands look things up by. They stand apart from the constructs, so that a command need not load the CDK. */
export const stackName = 'ProgramLocator';
export const firewallStackName = 'ProgramLocatorFirewall';

/** The usage plans: the website's own, and those that keys are handed out on. */
export const handedOutPlans = ['partner', 'agent'] as const;
export type HandedOutPlan = (typeof handedOutPlans)[number];
export type PlanName = 'website' | HandedOutPlan;

/** The name of a plan at API Gateway. @param stack The stack's name. */
export const usagePlanName = (stack: string, plan: PlanName): string => `${stack}-${plan}`;
