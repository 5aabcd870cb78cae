import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { type IMetric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Match, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type IFunction,
  LoggingFormat,
  Function as PublishFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, LogGroup, MetricFilter, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { PublisherEnvironment } from '../functions/environment/publisher.ts';
import { INCOMING, LATEST, REPORTS } from '../functions/publisher/upload.ts';
import { handlerCode } from './handler-code.ts';

export interface PublisherProps {
  readonly table: ITable;
  /** Path of the handler's module. */
  readonly entry: string;
  /** Copied next to the bundle: the checks look up ZIPs. */
  readonly placesFile: string;
  /** Greatest number of files published at once. @default as many as the account allows */
  readonly concurrency?: number | undefined;
}

/** Actions on the table that publishing needs. Nothing is deleted: collecting is a command for people. */
const publishActions = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:Scan',
  'dynamodb:PutItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:UpdateItem',
];

/**
 * A bucket whose new files are checked and published; a report is written for each. Files may be published at the same
 * time; the newest one wins (`turn.ts`). A failure is retried, which is safe, and then goes to a queue; a refused file
 * is not a failure, and is counted by the function's log. Events arrive through EventBridge, because the bucket's own
 * notifications would make the bucket and the function depend on each other.
 */
export class Publisher extends Construct {
  readonly function: IFunction;
  readonly bucket: Bucket;
  readonly deadLetters: Queue;
  /** Number of refused files. */
  readonly refused: IMetric;

  constructor(scope: Construct, id: string, { table, entry, placesFile, concurrency }: PublisherProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.KMS_MANAGED,
      enforceSSL: true,
      versioned: true,
      // The record of what was published, when and from which file should outlive the stack.
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1), noncurrentVersionExpiration: Duration.days(365) },
      ],
    });
    const plain = this.bucket.node.defaultChild;
    if (!CfnBucket.isCfnBucket(plain)) throw new Error('the bucket has no resource of its own');
    // The library's own option would add a function that changes the bucket during a deployment.
    plain.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };

    this.deadLetters = new Queue(this, 'DeadLetters', {
      // Not KMS: EventBridge may not use the AWS-managed key for queues, so its dead letters would be lost.
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const allow = (actions: string[], ...resources: string[]) =>
      role.addToPolicy(new PolicyStatement({ actions, resources }));
    allow(['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.logGroupArn);
    allow([...publishActions], table.tableArn);
    allow(
      ['s3:GetObject', 's3:GetObjectVersion'],
      this.bucket.arnForObjects(`${INCOMING}*`),
      this.bucket.arnForObjects(LATEST),
    );
    allow(['s3:PutObject'], this.bucket.arnForObjects(`${REPORTS}*`));
    // Without it S3 answers "access denied" for a missing object.
    allow(['s3:ListBucket'], this.bucket.bucketArn);

    const environment: PublisherEnvironment = { TABLE_NAME: table.tableName };
    this.function = new PublishFunction(this, 'Function', {
      description: 'Checks and publishes files that were put into the bucket',
      code: handlerCode(entry, { 'places.bin': placesFile }),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      // The most that a new account may have: enough for the largest file that is read, and 1.7 processors.
      memorySize: 3008,
      timeout: Duration.minutes(15),
      // None reserved: a new account has ten concurrent executions, all of which must stay unreserved.
      ...(concurrency !== undefined && { reservedConcurrentExecutions: concurrency }),
      retryAttempts: 2,
      deadLetterQueue: this.deadLetters,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.DISABLED,
      environment: { ...environment },
    });
    new Rule(this, 'Uploaded', {
      description: 'A file was uploaded to be published',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [this.bucket.bucketName] }, object: { key: Match.prefix(INCOMING) } },
      },
      targets: [new LambdaFunction(this.function, { deadLetterQueue: this.deadLetters })],
    });
    const refused = new MetricFilter(this, 'Refused', {
      logGroup,
      filterPattern: FilterPattern.stringValue('$.outcome', '=', 'refused'),
      metricNamespace: Stack.of(this).stackName,
      metricName: 'UploadsRefused',
      metricValue: '1',
    });
    this.refused = refused.metric({ statistic: Stats.SUM, period: Duration.minutes(1) });
  }
}
