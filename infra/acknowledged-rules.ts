import { CfnElement, DefaultStackSynthesizer, type Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { INCOMING, REPORTS } from '../functions/publisher/upload.ts';
import { topicReasons } from './topic-reasons.ts';

type Reasons = Readonly<Record<string, string>>;

const quiet = 'It would record paths, queries and addresses: that somebody looked for treatment, and where.';
const open =
  'The directory is public, and keys only meter. The admissions team’s functions check the user pool’s tokens themselves.';
const oneReader = "The function's only policy: it may read items of this one table and write its own log.";
const publicFiles = 'The bucket holds only the built page, which is public and built again by every deployment.';
const cdkOwn = "CDK's own function that copies the page into the bucket while a deployment runs.";
const publicData = 'The table and the answers hold public listings; no network of ours is behind it to be kept apart.';

const uploads = 'It holds public listings; its versions and reports tell what was put there and what became of it.';
const ownFolders = 'Its own folder of its own bucket: names of files are not known beforehand.';

const agentFunction: Reasons = {
  'HIPAA.Security-CloudWatchLogGroupEncrypted': "CloudWatch encrypts it with its own key; it holds nobody's query.",
  'HIPAA.Security-IAMNoInlinePolicy':
    "The function's only policy: its own rights on items of this one table, and its own log.",
  'HIPAA.Security-LambdaConcurrency': "The API's throttle is the limit; a reserved number would take it from others.",
  'HIPAA.Security-LambdaDLQ': 'It is only invoked synchronously: the caller gets the error.',
  'HIPAA.Security-LambdaInsideVPC': publicData,
};

/** For each construct, by its id: the rules of the packs that it breaks on purpose, with the reason. */
const acknowledged: Readonly<Record<string, Reasons>> = {
  Dataset: {
    'HIPAA.Security-DynamoDBInBackupPlan': 'Point-in-time recovery restores any second of the last 35 days.',
  },
  Search: {
    'HIPAA.Security-CloudWatchLogGroupEncrypted': "CloudWatch encrypts it with its own key; it holds nobody's query.",
    'HIPAA.Security-IAMNoInlinePolicy': oneReader,
    'HIPAA.Security-LambdaConcurrency': "The API's throttle is the limit; a reserved number would take it from others.",
    'HIPAA.Security-LambdaDLQ': 'It is only invoked synchronously: the caller gets the error.',
    'HIPAA.Security-LambdaInsideVPC': publicData,
  },
  AgentReads: agentFunction,
  AgentWrites: agentFunction,
  SignIn: {
    'AwsSolutions-COG8':
      'Its threat protection keeps IP addresses and devices of the team; everybody has a second factor, and nobody signs up.',
  },
  Api: {
    'AwsSolutions-APIG1': quiet,
    'AwsSolutions-APIG2': 'The handler checks with the schemas of the OpenAPI document and names every fault at once.',
    'AwsSolutions-APIG3':
      "The firewall belongs to the website; on the API's own domain whatever reaches a function needs a key, and each is throttled.",
    'AwsSolutions-APIG4': open,
    'AwsSolutions-APIG6': quiet,
    'AwsSolutions-COG4': open,
    'HIPAA.Security-APIGWCacheEnabledAndEncrypted': 'The CDN caches; a second cache would only make answers older.',
    'HIPAA.Security-APIGWExecutionLoggingEnabled': quiet,
    'HIPAA.Security-APIGWSSLEnabled': 'Client certificates are for HTTP back ends; Lambda is invoked with IAM.',
    'HIPAA.Security-APIGWXrayEnabled': quiet,
  },
  Site: {
    'AwsSolutions-CFR1': 'Families look for treatment from anywhere.',
    'AwsSolutions-CFR3': quiet,
    'AwsSolutions-CFR4': "CloudFront's own domain fixes the policy; with a domain of one's own it is TLS 1.2.",
    'AwsSolutions-S1': publicFiles,
    'HIPAA.Security-S3BucketLoggingEnabled': publicFiles,
    'HIPAA.Security-S3BucketReplicationEnabled': publicFiles,
    'HIPAA.Security-S3BucketVersioningEnabled': publicFiles,
    'HIPAA.Security-S3DefaultEncryptionKMS': publicFiles,
    'Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk':
      'A default root object is set and no query is forwarded: LIST only makes a missing file a 404.',
  },
  WebsiteKey: {
    'AwsSolutions-SMG4': 'It opens nothing that is not public; another context value websiteKey makes a new one.',
    'HIPAA.Security-SecretsManagerRotationEnabled': 'As above: it only meters the website.',
    'HIPAA.Security-SecretsManagerUsingKMSKey': "Secrets Manager encrypts it with the account's own key.",
  },
  Publisher: {
    'AwsSolutions-S1': uploads,
    'AwsSolutions-SQS3': 'It is the queue of dead letters itself.',
    'HIPAA.Security-CloudWatchLogGroupEncrypted': 'CloudWatch encrypts it with its own key; it holds counts only.',
    'HIPAA.Security-IAMNoInlinePolicy': "The function's only policy, for this bucket and this table.",
    'HIPAA.Security-LambdaConcurrency':
      'A new account has nothing to reserve; files are few, and of several at once the newest stays.',
    'HIPAA.Security-LambdaInsideVPC': publicData,
    'HIPAA.Security-S3BucketLoggingEnabled': uploads,
    'HIPAA.Security-S3BucketReplicationEnabled': uploads,
  },
  Alarms: topicReasons,
  Gradual: {
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]':
      'What CodeDeploy needs to shift an alias and to look at alarms, as AWS keeps it; it may change no code.',
  },
  Canary: {
    'HIPAA.Security-CloudWatchLogGroupEncrypted':
      'CloudWatch encrypts it with its own key; it holds our own visits only.',
    'HIPAA.Security-IAMNoInlinePolicy': "The function's only policy: it may write its own log.",
    'HIPAA.Security-LambdaConcurrency': 'It is invoked once in five minutes.',
    'HIPAA.Security-LambdaDLQ': 'A visit that fails is counted, and the next one comes in five minutes.',
    'HIPAA.Security-LambdaInsideVPC': 'It visits the public website and nothing else.',
  },
};

/**
 * Reasons for the function that the CDK adds for every `BucketDeployment`. They are separate, because its id is
 * generated.
 */
const bucketDeployment: Reasons = {
  'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]': cdkOwn,
  'AwsSolutions-L1': cdkOwn,
  'HIPAA.Security-CloudWatchLogGroupEncrypted': cdkOwn,
  'HIPAA.Security-IAMNoInlinePolicy': cdkOwn,
  'HIPAA.Security-LambdaConcurrency': cdkOwn,
  'HIPAA.Security-LambdaDLQ': cdkOwn,
  'HIPAA.Security-LambdaInsideVPC': cdkOwn,
};
const bucketDeploymentWildcards = ['s3:Abort*', 's3:DeleteObject*', 's3:GetBucket*', 's3:GetObject*', 's3:List*'];

/**
 * Records the reasons on the constructs that the rules check. If a rule is broken anywhere else, synthesis still fails.
 */
export function acknowledgeRules(stack: Stack): void {
  for (const [id, reasons] of Object.entries(acknowledged)) acknowledge(stack.node.findChild(id), reasons);
  acknowledgeFolders(stack);
  const deployment = stack.node.children.find((child) => child.node.id.startsWith('Custom::CDKBucketDeployment'));
  if (!deployment) return;
  acknowledge(deployment, bucketDeployment);
  const bucket = stack.node.findChild('Site').node.findChild('Bucket').node.defaultChild;
  const resources = [
    '*',
    ...(CfnElement.isCfnElement(bucket) ? [`<${stack.getLogicalId(bucket)}.Arn>/*`] : []),
    `arn:<AWS::Partition>:s3:::cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-assets-<AWS::AccountId>-<AWS::Region>/*`,
  ];
  const findings = [
    ...bucketDeploymentWildcards.map((action) => `Action::${action}`),
    ...resources.map((resource) => `Resource::${resource}`),
  ];
  acknowledge(deployment, Object.fromEntries(findings.map((finding) => [`AwsSolutions-IAM5[${finding}]`, cdkOwn])));
}

/** Records the reasons for one construct and its children. */
export function acknowledge(construct: IConstruct, reasons: Reasons): void {
  for (const [id, reason] of Object.entries(reasons)) Validations.of(construct).acknowledge({ id, reason });
}

/**
 * Records the reasons for the publisher's folders. They are separate, because the finding contains the bucket's
 * generated id.
 */
function acknowledgeFolders(stack: Stack): void {
  const publisher = stack.node.findChild('Publisher');
  const bucket = publisher.node.findChild('Bucket').node.defaultChild;
  if (!CfnElement.isCfnElement(bucket)) throw new Error('the bucket of uploads has no resource of its own');
  const folders = [INCOMING, REPORTS].map((folder) => `<${stack.getLogicalId(bucket)}.Arn>/${folder}*`);
  acknowledge(
    publisher,
    Object.fromEntries(folders.map((folder) => [`AwsSolutions-IAM5[Resource::${folder}]`, ownFolders])),
  );
}
