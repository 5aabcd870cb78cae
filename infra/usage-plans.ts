import {
  type IApiKey,
  Period,
  type QuotaSettings,
  type RestApi,
  type ThrottleSettings,
  type UsagePlan,
} from 'aws-cdk-lib/aws-apigateway';
import { handedOutPlans, type PlanName, usagePlanName } from './names.ts';

interface Plan {
  readonly description: string;
  /** For each key. */
  readonly throttle: ThrottleSettings;
  readonly quota?: QuotaSettings;
}

/** Who may ask how much. API Gateway keeps to these as well as it can, which is close, but no promise. */
const plans = {
  // A quota would close the website to everybody for the rest of a month; the firewall limits each visitor instead.
  website: {
    description: "The website's visitors, together",
    throttle: { rateLimit: 400, burstLimit: 800 },
  },
  partner: {
    description: 'A partner who asks the API from a program of their own',
    throttle: { rateLimit: 10, burstLimit: 20 },
    quota: { limit: 50_000, period: Period.DAY },
  },
  agent: {
    description: 'A program of an admissions team',
    throttle: { rateLimit: 25, burstLimit: 50 },
    quota: { limit: 200_000, period: Period.DAY },
  },
} as const satisfies Record<PlanName, Plan>;

export interface UsagePlansProps {
  readonly api: RestApi;
  readonly stackName: string;
  readonly websiteKey: IApiKey;
}

/** Adds the plans. Keys of partners are not part of the stack, so no deployment can lose or show one. */
export function addUsagePlans({ api, stackName, websiteKey }: UsagePlansProps): void {
  const add = (name: PlanName): UsagePlan =>
    api.addUsagePlan(`${name}Plan`, {
      ...plans[name],
      name: usagePlanName(stackName, name),
      apiStages: [{ stage: api.deploymentStage }],
    });
  add('website').addApiKey(websiteKey);
  for (const name of handedOutPlans) add(name);
}
