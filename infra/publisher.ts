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
  /** The handler's module. */
  readonly entry: string;
  /** Laid beside the bundle: the checks look ZIPs up. */
  readonly placesFile: string;
  /** How many files are published at once at most. @default as many as the account allows */
  readonly concurrency?: number | undefined;
}

/** What publishing needs of the table. Nothing is deleted: collecting is a person's command. */
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
 * A bucket whose new files are checked and published, with the report of each beside it.
 *
 * Files may be published at the same time; the newest one stays (`turn.ts`). What fails is tried again, which is safe,
 * and lands in a queue after that; a file that is refused is no failure, and is counted by what the function logs. Files arrive through EventBridge, because the
 * bucket's own notifications would need it and the function to know each other.
 */
export class Publisher extends Construct {
  readonly function: IFunction;
  readonly bucket: Bucket;
  readonly deadLetters: Queue;
  /** Files that were refused. */
  readonly refused: IMetric;

  constructor(scope: Construct, id: string, { table, entry, placesFile, concurrency }: PublisherProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.KMS_MANAGED,
      enforceSSL: true,
      versioned: true,
      // What was published, when, and by which file, is worth keeping longer than a stack.
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1), noncurrentVersionExpiration: Duration.days(365) },
      ],
    });
    const plain = this.bucket.node.defaultChild;
    if (!CfnBucket.isCfnBucket(plain)) throw new Error('the bucket has no resource of its own');
    // The library's own switch would add a function that changes the bucket while a deployment runs.
    plain.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };

    this.deadLetters = new Queue(this, 'DeadLetters', {
      // Not with KMS: EventBridge may not use the key that AWS keeps for queues, so its letters would be lost.
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
    // Without it S3 says of an object that is not there that it may not be read.
    allow(['s3:ListBucket'], this.bucket.bucketArn);

    const environment: PublisherEnvironment = { TABLE_NAME: table.tableName };
    this.function = new PublishFunction(this, 'Function', {
      description: 'Checks and publishes files that were put into the bucket',
      code: handlerCode(entry, { 'places.bin': placesFile }),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      // The most that a new account may have: room for the largest file that is read, and 1.7 processors.
      memorySize: 3008,
      timeout: Duration.minutes(15),
      // None reserved: a new account has ten executions at once, all of which must stay unreserved.
      ...(concurrency !== undefined && { reservedConcurrentExecutions: concurrency }),
      retryAttempts: 2,
      deadLetterQueue: this.deadLetters,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.DISABLED,
      environment: { ...environment, NODE_OPTIONS: '--enable-source-maps' },
    });
    new Rule(this, 'Uploaded', {
      description: 'A file was put there to be published',
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
