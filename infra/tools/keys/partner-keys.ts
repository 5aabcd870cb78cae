import {
  type APIGatewayClient,
  CreateApiKeyCommand,
  CreateUsagePlanKeyCommand,
  DeleteApiKeyCommand,
  paginateGetApiKeys,
  paginateGetUsagePlanKeys,
  paginateGetUsagePlans,
  type UsagePlan,
} from '@aws-sdk/client-api-gateway';
import { type HandedOutPlan, handedOutPlans, usagePlanName } from '../../names.ts';

/** Thrown if the request is impossible. Its message is printed without a stack trace. */
export class KeysError extends Error {
  override readonly name = 'KeysError';
}

/** A key that was handed out. Its value is shown once, when it is created. */
export interface PartnerKey {
  readonly id: string;
  readonly name: string;
  readonly plan: HandedOutPlan;
  readonly created: Date | undefined;
}

export interface Plan {
  readonly id: string;
  readonly plan: HandedOutPlan;
  /** The limits of the key, such as `10 requests a second (20 at once), 50000 a day`. */
  readonly terms: string;
}

/** The keys of a stack's usage plans for partners and agents, without the website's own key. */
export class PartnerKeys {
  readonly #client: APIGatewayClient;
  readonly #stack: string;

  constructor(client: APIGatewayClient, stack: string) {
    this.#client = client;
    this.#stack = stack;
  }

  /** Creates a key. @throws KeysError if the name is taken. @returns the key's value, which cannot be shown again */
  async create(name: string, planName: HandedOutPlan): Promise<{ value: string; plan: Plan }> {
    const plans = await this.#plans();
    const plan = plans.find((one) => one.plan === planName);
    if (!plan) throw new KeysError(`The stack ${this.#stack} has no plan ${planName}.`);
    const taken = (await this.#keysOf(plans)).find((key) => key.name === name);
    if (taken)
      throw new KeysError(`There is a key "${name}" already (${taken.id}). Take another name, or revoke that one.`);
    const { id, value } = await this.#client.send(new CreateApiKeyCommand({ name, enabled: true }));
    if (id === undefined || value === undefined) throw new KeysError('API Gateway made a key but did not return it.');
    try {
      await this.#client.send(new CreateUsagePlanKeyCommand({ usagePlanId: plan.id, keyId: id, keyType: 'API_KEY' }));
    } catch (error) {
      // If the key cannot be added to a plan, it is deleted: without a plan it gives no access, and no list would show
      // it.
      await this.#client.send(new DeleteApiKeyCommand({ apiKey: id }));
      throw error;
    }
    return { value, plan };
  }

  /** Lists the keys, sorted by plan and name. */
  async list(): Promise<PartnerKey[]> {
    return this.#keysOf(await this.#plans());
  }

  /**
   * Deletes a key.
   * @param nameOrId Name or id of the key. @throws KeysError if it does not exist
   */
  async revoke(nameOrId: string): Promise<PartnerKey> {
    const keys = await this.list();
    const found = keys.filter(({ name, id }) => name === nameOrId || id === nameOrId);
    const [key] = found;
    if (!key) throw new KeysError(`There is no key "${nameOrId}"; run list to see all keys.`);
    if (found.length > 1) {
      throw new KeysError(
        `${found.length} keys are called "${nameOrId}"; name one by id: ${found.map(({ id }) => id).join(', ')}`,
      );
    }
    await this.#client.send(new DeleteApiKeyCommand({ apiKey: key.id }));
    return key;
  }

  async #plans(): Promise<Plan[]> {
    const found: Plan[] = [];
    for await (const { items = [] } of paginateGetUsagePlans({ client: this.#client }, {})) {
      for (const item of items) {
        const plan = handedOutPlans.find((one) => usagePlanName(this.#stack, one) === item.name);
        if (plan && item.id !== undefined) found.push({ id: item.id, plan, terms: termsOf(item) });
      }
    }
    if (found.length > 0) return found;
    throw new KeysError(`No usage plans found for the stack ${this.#stack}. Is it deployed in this region?`);
  }

  async #keysOf(plans: readonly Plan[]): Promise<PartnerKey[]> {
    const created = new Map<string, Date | undefined>();
    for await (const { items = [] } of paginateGetApiKeys({ client: this.#client }, { includeValues: false })) {
      for (const { id = '', createdDate } of items) created.set(id, createdDate);
    }
    const keys: PartnerKey[] = [];
    for (const { id: usagePlanId, plan } of plans) {
      for await (const { items = [] } of paginateGetUsagePlanKeys({ client: this.#client }, { usagePlanId })) {
        for (const { id = '', name = '' } of items) keys.push({ id, name, plan, created: created.get(id) });
      }
    }
    return keys.sort((a, b) => `${a.plan} ${a.name}`.localeCompare(`${b.plan} ${b.name}`));
  }
}

function termsOf({ throttle, quota }: UsagePlan): string {
  const terms: string[] = [];
  if (throttle) terms.push(`${throttle.rateLimit} requests a second (${throttle.burstLimit} at once)`);
  if (quota) terms.push(`${quota.limit} a ${quota.period?.toLowerCase()}`);
  return terms.join(', ') || 'no limits';
}
