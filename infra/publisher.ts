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
  /** Path of the module with the handler. */
  readonly entry: string;
  /** The places' data file. It is copied next to the bundle, because the checks look up ZIPs. */
  readonly placesFile: string;
  /** Maximum number of files that are published at the same time. @default as many as the account allows */
  readonly concurrency?: number | undefined;
}

/**
 * The actions on the table that publishing needs. Publishing deletes nothing: old versions are only removed by a
 * command that a person runs.
 */
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
 * A bucket whose new files are checked and published, with a report for each file. Several files may be published at
 * the same time; the newest one wins (`turn.ts`). A failure is retried, which is safe, and after the retries goes to a
 * queue. A refused file is not a failure; the function's log counts it. Events arrive through EventBridge, because with
 * the bucket's own notifications the bucket and the function would depend on each other.
 */
export class Publisher extends Construct {
  readonly function: IFunction;
  readonly bucket: Bucket;
  readonly deadLetters: Queue;
  /** Metric that counts the refused files. */
  readonly refused: IMetric;

  constructor(scope: Construct, id: string, { table, entry, placesFile, concurrency }: PublisherProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.KMS_MANAGED,
      enforceSSL: true,
      versioned: true,
      // The bucket is kept when the stack is deleted, because it records what was published, when and from which file.
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1), noncurrentVersionExpiration: Duration.days(365) },
      ],
    });
    const plain = this.bucket.node.defaultChild;
    if (!CfnBucket.isCfnBucket(plain)) throw new Error('the bucket has no resource of its own');
    // Set on the resource itself, because the library's own option would add a function that changes the bucket during
    // a deployment.
    plain.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };

    this.deadLetters = new Queue(this, 'DeadLetters', {
      // The queue is not encrypted with KMS: EventBridge may not use the AWS-managed key for queues, so messages for it
      // would be lost.
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
    // Without the right to list, S3 answers "access denied" for a missing object, instead of "not found".
    allow(['s3:ListBucket'], this.bucket.bucketArn);

    const environment: PublisherEnvironment = { TABLE_NAME: table.tableName };
    this.function = new PublishFunction(this, 'Function', {
      description: 'Checks and publishes files that were put into the bucket',
      code: handlerCode(entry, { 'places.bin': placesFile }),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      // The largest memory that a new account may use, in MB. It is enough for the largest file that is accepted, and
      // brings 1.7 processors.
      memorySize: 3008,
      timeout: Duration.minutes(15),
      // No executions are reserved by default: a new account has only ten, and AWS requires that all of them stay
      // unreserved.
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
