import { referredIds } from '../../infra/local/intrinsics.ts';
import { all, at, type Check, type PlainTemplate } from './template-checks.ts';

/** The API invokes functions by an alias that CodeDeploy shifts step by step, and back if an alarm rings. */
export const shiftsGradually: Check = (template) => {
  const aliases = new Map(all(template, 'AWS::Lambda::Alias'));
  const functions = new Set(all(template, 'AWS::Lambda::Function').map(([id]) => id));
  const direct = all(template, 'AWS::ApiGateway::Method').flatMap(([id, { Integration }]) => {
    const referred = referredIds(at(Integration, 'Uri'));
    return referred.some((one) => functions.has(one)) ? [`${id}: invokes a function past its alias`] : [];
  });
  const shifts = [...aliases.keys()].flatMap((id) => {
    const update = (template.Resources[id] as { UpdatePolicy?: unknown } | undefined)?.UpdatePolicy;
    const group = at(update, 'CodeDeployLambdaAliasUpdate', 'DeploymentGroupName', 'Ref');
    if (typeof group !== 'string') return [`${id}: is moved at once`];
    const properties = template.Resources[group]?.Properties ?? {};
    const events = at(properties.AutoRollbackConfiguration, 'Events');
    const alarms = at(properties.AlarmConfiguration, 'Alarms');
    const config = String(properties.DeploymentConfigName);
    const own = String(at(template.Resources[id]?.Properties, 'FunctionName', 'Ref'));
    const watchesOwn = (Array.isArray(alarms) ? alarms : []).some((alarm) => {
      const watched = JSON.stringify(template.Resources[String(at(alarm, 'Name', 'Ref'))]?.Properties ?? {});
      return watched.includes('"MetricName":"Errors"') && watched.includes(`{"Ref":"${own}"}`);
    });
    return [
      ...(config === 'CodeDeployDefault.LambdaCanary10Percent5Minutes' ? [] : [`${group}: shifts by ${config}`]),
      ...(Array.isArray(alarms) && alarms.length > 0 ? [] : [`${group}: no alarm takes it back`]),
      ...(watchesOwn ? [] : [`${group}: no alarm counts errors of ${own}`]),
      ...['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM']
        .filter((event) => !(Array.isArray(events) && events.includes(event)))
        .map((event) => `${group}: is not rolled back on ${event}`),
    ];
  });
  return [...direct, ...shifts, ...(aliases.size >= 3 ? [] : ['there are no aliases'])];
};

/** The site's files are copied after the API's new stage exists. */
export const comesAfterTheApi: Check = (template) => {
  const stages = all(template, 'AWS::ApiGateway::Stage').map(([id]) => id);
  return all(template, 'Custom::CDKBucketDeployment').flatMap(([id]) => {
    const waits = (template.Resources[id] as { DependsOn?: unknown } | undefined)?.DependsOn;
    return stages.every((stage) => [waits].flat().includes(stage)) ? [] : [`${id}: does not wait for the API`];
  });
};

/** Resource types with a chosen name that must be unique in a region or in the whole account. */
const named: Readonly<Record<string, { readonly at: readonly string[]; readonly everywhere?: true }>> = {
  'AWS::CloudWatch::Alarm': { at: ['AlarmName'] },
  'AWS::CloudWatch::Dashboard': { at: ['DashboardName'], everywhere: true },
  'AWS::SSM::Parameter': { at: ['Name'] },
  'AWS::SNS::Topic': { at: ['TopicName'] },
  'AWS::SQS::Queue': { at: ['QueueName'] },
  'AWS::Events::Rule': { at: ['Name'] },
  'AWS::Lambda::Function': { at: ['FunctionName'] },
  'AWS::Logs::LogGroup': { at: ['LogGroupName'] },
  'AWS::DynamoDB::Table': { at: ['TableName'] },
  'AWS::CodeDeploy::Application': { at: ['ApplicationName'] },
  'AWS::CodeDeploy::DeploymentGroup': { at: ['DeploymentGroupName'] },
  'AWS::ApiGateway::UsagePlan': { at: ['UsagePlanName'] },
  'AWS::ApiGateway::ApiKey': { at: ['Name'] },
  'AWS::Cognito::UserPool': { at: ['UserPoolName'] },
  'AWS::Cognito::UserPoolDomain': { at: ['Domain'] },
  'AWS::WAFv2::WebACL': { at: ['VisibilityConfig', 'MetricName'] },
  'AWS::Logs::MetricFilter': { at: ['MetricTransformations', '0', 'MetricNamespace'] },
  'AWS::CloudFront::CachePolicy': { at: ['CachePolicyConfig', 'Name'], everywhere: true },
  'AWS::CloudFront::OriginRequestPolicy': { at: ['OriginRequestPolicyConfig', 'Name'], everywhere: true },
  'AWS::CloudFront::ResponseHeadersPolicy': { at: ['ResponseHeadersPolicyConfig', 'Name'], everywhere: true },
  'AWS::CloudFront::OriginAccessControl': { at: ['OriginAccessControlConfig', 'Name'], everywhere: true },
  'AWS::CloudFront::Function': { at: ['Name'], everywhere: true },
  'AWS::S3::Bucket': { at: ['BucketName'], everywhere: true },
  'AWS::IAM::Role': { at: ['RoleName'], everywhere: true },
};

export interface Placed {
  readonly template: PlainTemplate;
  readonly stack: string;
  readonly region: string;
}

/** Names that two stacks of one account would both need, including exports and metric namespaces. */
export function clashes(stacks: readonly Placed[]): string[] {
  const owners = new Map<string, string>();
  const found: string[] = [];
  const claim = (name: string, owner: string): void => {
    const first = owners.get(name);
    if (first !== undefined && first !== owner) found.push(`${name}: ${first} and ${owner}`);
    owners.set(name, owner);
  };
  for (const { template, stack, region } of stacks) {
    const owner = `${stack} in ${region}`;
    claim(`stack ${region} ${stack}`, owner);
    for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
      const rule = named[Type];
      const value = rule && at(Properties, ...rule.at);
      if (rule === undefined || value === undefined) continue;
      const text = JSON.stringify(value).replaceAll('{"Ref":"AWS::Region"}', `"${region}"`);
      // A reference to the stack's own resource is a name generated by CloudFormation.
      if (referredIds(value).some((one) => one in template.Resources)) continue;
      claim(
        `${Type} ${rule.everywhere ? 'everywhere' : region} ${text}`,
        `${owner}${Type.endsWith('Filter') ? '' : ` ${id}`}`,
      );
    }
    const { Outputs = {} } = template as { Outputs?: Record<string, { Export?: { Name?: unknown } }> };
    for (const { Export } of Object.values(Outputs))
      if (Export) claim(`export ${region} ${JSON.stringify(Export.Name)}`, owner);
  }
  return found;
}
