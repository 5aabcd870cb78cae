import {
  type IApiKey,
  Period,
  type QuotaSettings,
  type RestApi,
  type ThrottleSettings,
  type UsagePlan,
} from 'aws-cdk-lib/aws-apigateway';
import { planLimits } from './limits.ts';
import { handedOutPlans, type PlanName, usagePlanName } from './names.ts';

interface Plan {
  readonly description: string;
  /** The limits that apply to each key separately. */
  readonly throttle: ThrottleSettings;
  readonly quota?: QuotaSettings;
}

function throttleOf(name: PlanName): ThrottleSettings {
  const { rateLimit, burstLimit } = planLimits[name];
  return { rateLimit, burstLimit };
}

/** The limits of each group of callers. API Gateway enforces them only approximately. */
const plans = {
  // The website has no quota, which could close it to everybody for the rest of a month. Instead, the firewall limits
  // each visitor.
  website: {
    description: "The website's visitors, together",
    throttle: throttleOf('website'),
  },
  partner: {
    description: 'A partner who asks the API from a program of their own',
    throttle: throttleOf('partner'),
    quota: { limit: planLimits.partner.perDay, period: Period.DAY },
  },
  agent: {
    description: 'A program of an admissions team',
    throttle: throttleOf('agent'),
    quota: { limit: planLimits.agent.perDay, period: Period.DAY },
  },
} satisfies Record<PlanName, Plan>;

export interface UsagePlansProps {
  readonly api: RestApi;
  readonly stackName: string;
  readonly websiteKey: IApiKey;
}

/** Adds the usage plans. The keys of partners are not part of the stack, so no deployment can lose or reveal one. */
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
