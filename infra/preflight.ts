import { type IResource, MockIntegration, PassthroughBehavior } from 'aws-cdk-lib/aws-apigateway';
import { securityHeaders } from '../functions/http/security.ts';
import { PREFLIGHT_SECONDS } from '../functions/http/sent-headers.ts';

/**
 * Lets API Gateway answer preflights itself. They are the only requests that need no key, so every request that reaches
 * a function has one.
 * @param sent Headers that scripts may send.
 */
export function addPreflight(resource: IResource, methods: readonly string[], sent: string): void {
  const allow = [...methods, 'OPTIONS'].join(', ');
  const values: Record<string, string> = {
    allow: `'${allow}'`,
    'access-control-allow-origin': "'*'",
    'access-control-allow-methods': `'${allow}'`,
    'access-control-allow-headers': `'${sent}'`,
    'access-control-max-age': `'${PREFLIGHT_SECONDS}'`,
    'cache-control': `'public, max-age=${PREFLIGHT_SECONDS}'`,
    'x-request-id': 'context.requestId',
    'x-content-type-options': `'${securityHeaders['x-content-type-options']}'`,
  };
  const responseParameters = <T>(of: (value: string) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [`method.response.header.${name}`, of(value)]));
  const integration = new MockIntegration({
    requestTemplates: { 'application/json': '{"statusCode": 204}' },
    passthroughBehavior: PassthroughBehavior.WHEN_NO_MATCH,
    integrationResponses: [{ statusCode: '204', responseParameters: responseParameters((value) => value) }],
  });
  resource.addMethod('OPTIONS', integration, {
    apiKeyRequired: false,
    methodResponses: [{ statusCode: '204', responseParameters: responseParameters(() => true) }],
  });
}
