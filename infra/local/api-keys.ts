import { randomInt } from 'node:crypto';
import type { UsagePlanDeclaration } from './declaration.ts';

/** An API key, with the members that API Gateway stores. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const text = (length: number): string => Array.from({ length }, () => letters[randomInt(letters.length)]).join('');

/** The API's keys and their usage plans: keys of the template, and keys that are added while the server runs. */
export class ApiKeys {
  readonly plans: readonly UsagePlanDeclaration[];
  readonly #keys = new Map<string, ApiKey>();
  readonly #planOf = new Map<string, UsagePlanDeclaration>();

  constructor(plans: readonly UsagePlanDeclaration[]) {
    this.plans = plans;
  }

  /** Adds a key. @param value The key itself. @default a generated one */
  add(name: string, value = text(40), createdAt = Date.now()): ApiKey {
    const key = { id: text(10), name, value, createdAt };
    this.#keys.set(key.id, key);
    return key;
  }

  /** Puts a key on a plan. Returns false if the key or plan does not exist. */
  assign(keyId: string, planId: string): boolean {
    const plan = this.plans.find(({ id }) => id === planId);
    if (!plan || !this.#keys.has(keyId)) return false;
    this.#planOf.set(keyId, plan);
    return true;
  }

  remove(id: string): boolean {
    this.#planOf.delete(id);
    return this.#keys.delete(id);
  }

  all(): ApiKey[] {
    return [...this.#keys.values()];
  }

  of(planId: string): ApiKey[] {
    return this.all().filter(({ id }) => this.#planOf.get(id)?.id === planId);
  }

  /** Finds the key with this value. Undefined if it is on no plan, because such a key gives no access. */
  find(value: string | undefined): { readonly key: ApiKey; readonly plan: UsagePlanDeclaration } | undefined {
    const key = this.all().find((one) => one.value === value);
    const plan = key && this.#planOf.get(key.id);
    return key && plan && { key, plan };
  }
}
