import { all, at, type Check } from './template-checks.ts';

/**
 * API Gateway itself answers requests without a key: no request reaches a function without a key, plan and firewall.
 */
export const keylessReachesNoFunction: Check = (template) =>
  all(template, 'AWS::ApiGateway::Method')
    .filter(([, { ApiKeyRequired, Integration }]) => ApiKeyRequired !== true && at(Integration, 'Type') !== 'MOCK')
    .map(([id, { HttpMethod }]) => `${id}: ${HttpMethod} reaches a function without a key`);

/** On every resource any other method goes to a handler, and so do all paths without a resource. */
export const everyPathIsTheHandlers: Check = (template) => {
  const taken = all(template, 'AWS::ApiGateway::Method')
    .filter(([, { HttpMethod, Integration }]) => HttpMethod === 'ANY' && at(Integration, 'Type') === 'AWS_PROXY')
    .map(([, { ResourceId }]) => String(at(ResourceId, 'Ref') ?? at(ResourceId, 'Fn::GetAtt', 0)));
  const resources = all(template, 'AWS::ApiGateway::Resource');
  const roots = all(template, 'AWS::ApiGateway::RestApi').map(([id]) => id);
  const proxies = resources.filter(
    ([, { PathPart, ParentId }]) => PathPart === '{proxy+}' && roots.includes(String(at(ParentId, 'Fn::GetAtt', 0))),
  );
  return [
    ...[...roots, ...resources.map(([id]) => id)]
      .filter((id) => !taken.includes(id))
      .map((id) => `${id}: leaves methods to API Gateway`),
    ...(proxies.length > 0 ? [] : ['unknown paths are left to API Gateway']),
  ];
};
