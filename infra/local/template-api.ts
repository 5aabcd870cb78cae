import type { ApiDeclaration, MethodDeclaration, ThrottleDeclaration } from './declaration.ts';
import { referredIds } from './intrinsics.ts';
import type { Properties, TemplateResources } from './template-resources.ts';

/** Reads the API from the template: its resources, its stage, and its limits. */
export function readApi(resources: TemplateResources): ApiDeclaration {
  const [id, restApi] = resources.only('restApi');
  const [, stage] = resources.only('stage');
  const parts = new Map(resources.all('resource'));
  /** Maps each alias to its function. Locally there is only one version of a function, the newest. */
  const aliases = new Map(resources.all('alias').map(([id, { FunctionName }]) => [id, referredIds(FunctionName)[0]]));
  const pathOf = (resourceId: string): string => {
    const part = parts.get(resourceId);
    if (!part) return '';
    return `${pathOf(referredIds(part.ParentId)[0] ?? '')}/${part.PathPart}`;
  };
  const answerOf = (methodId: string, { Integration }: Properties<'method'>): MethodDeclaration['answer'] => {
    if (Integration.Type === 'MOCK') {
      const [{ StatusCode, ResponseParameters }] = Integration.IntegrationResponses;
      const headers = Object.entries(ResponseParameters).map(([name, value]) => [
        name.replace('method.response.header.', ''),
        value,
      ]);
      return { status: Number(StatusCode), headers: Object.fromEntries(headers) };
    }
    const functionId = referredIds(Integration.Uri)
      .map((referred) => aliases.get(referred) ?? referred)
      .find((referred) => resources.is('function', referred));
    if (functionId === undefined) throw new Error(`the method "${methodId}" leads to no function`);
    return { functionId, timeoutMs: Integration.TimeoutInMillis };
  };
  const tree = new Map([id, ...parts.keys()].map((key) => [key, new Map<string, MethodDeclaration>()]));
  for (const [methodId, method] of resources.all('method')) {
    const methods = tree.get(referredIds(method.ResourceId)[0] ?? '');
    if (!methods) throw new Error(`the method "${methodId}" is on no resource`);
    methods.set(method.HttpMethod, { answer: answerOf(methodId, method), apiKeyRequired: method.ApiKeyRequired });
  }
  return {
    id,
    stageName: stage.StageName,
    stageVariables: stage.Variables ?? null,
    binaryMediaTypes: restApi.BinaryMediaTypes,
    resources: [...tree].map(([key, methods]) => ({ id: key, path: pathOf(key) || '/', methods })),
    gatewayResponses: new Map(
      resources.all('gatewayResponse').map(([, response]) => [
        response.ResponseType,
        {
          status: response.StatusCode === undefined ? undefined : Number(response.StatusCode),
          headers: Object.fromEntries(
            Object.entries(response.ResponseParameters).map(([name, value]) => [
              name.replace('gatewayresponse.header.', ''),
              value,
            ]),
          ),
          template: response.ResponseTemplates['application/json'],
        },
      ]),
    ),
    minimumCompressionBytes: restApi.MinimumCompressionSize,
    throttle: throttleOf(stage.MethodSettings[0]?.ThrottlingRateLimit, stage.MethodSettings[0]?.ThrottlingBurstLimit),
    ...readAccess(resources),
  };
}

function readAccess(resources: TemplateResources): Pick<ApiDeclaration, 'usagePlans' | 'apiKeys'> {
  const keys = new Map(resources.all('apiKey'));
  return {
    usagePlans: resources.all('usagePlan').map(([id, { UsagePlanName, Throttle, Quota }]) => ({
      id,
      name: UsagePlanName,
      throttle: throttleOf(Throttle?.RateLimit, Throttle?.BurstLimit),
      quota: Quota && { limit: Quota.Limit, period: Quota.Period },
    })),
    apiKeys: resources.all('usagePlanKey').map(([, { KeyId, UsagePlanId }]) => {
      const [keyId = ''] = referredIds(KeyId);
      const [planId = ''] = referredIds(UsagePlanId);
      return { name: keys.get(keyId)?.Name ?? keyId, value: keys.get(keyId)?.Value, planId };
    }),
  };
}

function throttleOf(ratePerSecond: number | undefined, burst: number | undefined): ThrottleDeclaration | undefined {
  return ratePerSecond === undefined || burst === undefined ? undefined : { ratePerSecond, burst };
}
