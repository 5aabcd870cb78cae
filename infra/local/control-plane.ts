import { z } from 'zod';
import type { ApiKey, ApiKeys } from './api-keys.ts';
import type { UsagePlanDeclaration } from './declaration.ts';
import { splitQuery, type WireRequest, type WireResponse } from './http.ts';
import { foreign, refused } from './local-only.ts';
import { decode } from './routing.ts';

/** Path prefix under which the local API accepts what AWS accepts at apigateway.<region>.amazonaws.com. */
export const controlPrefix = '/_aws';

const newKeySchema = z.object({ name: z.string().min(1), value: z.string().min(20).max(128).optional() });
const assignmentSchema = z.object({ keyId: z.string(), keyType: z.literal('API_KEY') });

/**
 * The few operations of API Gateway's own API that creating keys needs: CreateApiKey, GetApiKeys, DeleteApiKey,
 * GetUsagePlans, GetUsagePlanKeys and CreateUsagePlanKey, so that `npm run keys` works the same locally. Keys exist as
 * long as the server runs. Signatures are not checked, so only programs are answered, and no page in a browser.
 */
export function controlPlane(keys: ApiKeys): (request: WireRequest) => WireResponse {
  return ({ method, path, query, headers, body }) => {
    const reason = foreign(headers);
    if (reason !== undefined) return refused(reason);
    const [, collection, id = '', part] = path.slice(controlPrefix.length).split('/').map(decode);
    const operation = `${method} ${collection}${id === '' ? '' : '/{id}'}${part === undefined ? '' : `/${part}`}`;
    const parameters = new Map(splitQuery(query).map(([name, value]) => [name, decode(value)]));
    const given = (): unknown => JSON.parse(body.toString() || '{}');
    switch (operation) {
      case 'POST apikeys': {
        const parsed = newKeySchema.safeParse(given());
        if (!parsed.success) return failed(400, 'BadRequestException', z.prettifyError(parsed.error));
        return json(201, shown(keys.add(parsed.data.name, parsed.data.value), true));
      }
      case 'GET apikeys': {
        const found = keys.all().filter(({ name }) => name.startsWith(parameters.get('name') ?? ''));
        return json(200, { item: found.map((key) => shown(key, parameters.get('includeValues') === 'true')) });
      }
      case 'DELETE apikeys/{id}':
        return keys.remove(id) ? empty(202) : failed(404, 'NotFoundException', 'Invalid API Key identifier specified');
      case 'GET usageplans':
        return json(200, { item: keys.plans.map(planShown) });
      case 'GET usageplans/{id}/keys':
        return json(200, { item: keys.of(id).map(({ id: keyId, name }) => ({ id: keyId, name, type: 'API_KEY' })) });
      case 'POST usageplans/{id}/keys': {
        const parsed = assignmentSchema.safeParse(given());
        if (!parsed.success) return failed(400, 'BadRequestException', z.prettifyError(parsed.error));
        const { keyId } = parsed.data;
        if (!keys.assign(keyId, id)) return failed(404, 'NotFoundException', 'Invalid key or usage plan');
        return json(201, { id: keyId, type: 'API_KEY' });
      }
      default:
        return failed(404, 'NotFoundException', `${operation} is not supported here`);
    }
  };
}

function shown({ id, name, value, createdAt }: ApiKey, withValue: boolean) {
  const seconds = Math.floor(createdAt / 1000);
  return { id, name, enabled: true, createdDate: seconds, lastUpdatedDate: seconds, ...(withValue && { value }) };
}

function planShown({ id, name, throttle, quota }: UsagePlanDeclaration) {
  return {
    id,
    name,
    ...(throttle && { throttle: { rateLimit: throttle.ratePerSecond, burstLimit: throttle.burst } }),
    ...(quota && { quota }),
  };
}

function json(status: number, body: unknown, headers: readonly (readonly [string, string])[] = []): WireResponse {
  return {
    status,
    headers: [['Content-Type', 'application/json'], ...headers],
    body: Buffer.from(JSON.stringify(body)),
  };
}

const empty = (status: number): WireResponse => ({ status, headers: [], body: Buffer.alloc(0) });

const failed = (status: number, type: string, message: string): WireResponse =>
  json(status, { message }, [['x-amzn-ErrorType', type]]);
