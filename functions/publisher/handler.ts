import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { readPublisherEnvironment } from '../environment/publisher.ts';
import { dynamoFullStore } from '../store/dynamo-full.ts';
import { writeBudget } from '../store/retry.ts';
import { uploadBucket } from './bucket.ts';
import { publishUpload } from './publish-upload.ts';
import { INCOMING } from './upload.ts';

/** EventBridge's event for an object that was uploaded to the bucket. */
const eventSchema = z.object({
  detail: z.object({
    bucket: z.object({ name: z.string().min(1) }),
    object: z.object({ key: z.string().startsWith(INCOMING), 'version-id': z.string().min(1).optional() }),
  }),
});

const { TABLE_NAME } = readPublisherEnvironment(process.env);
const documents = DynamoDBDocumentClient.from(new DynamoDBClient(), {
  marshallOptions: { removeUndefinedValues: true },
});
const store = dynamoFullStore({ client: documents, tableName: TABLE_NAME, reading: writeBudget });
const s3 = new S3Client();
const logger = new Logger({ serviceName: 'publisher' });

/**
 * Publishes one upload and writes its report to the bucket. A faulty file is an outcome, not an error: trying again
 * would not help. Failures of the table or the bucket are thrown, and Lambda tries again. The log only has counts: the
 * report has names of files and centers.
 */
export async function handler(event: unknown): Promise<{ readonly outcome: string }> {
  const started = Date.now();
  const { bucket, object } = eventSchema.parse(event).detail;
  const uploads = uploadBucket(s3, bucket.name);
  try {
    const upload = await uploads.upload(object.key, object['version-id']);
    const report = await publishUpload(upload, { store, now: Date.now(), line: uploads });
    const { outcome, counts, published } = report;
    await uploads.putReport(report);
    const line = { outcome, ...counts, itemsWritten: published?.itemsWritten ?? 0, ms: Date.now() - started };
    if (outcome === 'refused') logger.warn('upload', line);
    else logger.info('upload', line);
    return { outcome };
  } catch (error) {
    logger.error('upload', { outcome: 'failed', error: error instanceof Error ? error.name : 'unknown' });
    // Throws a new error without the message, because Lambda logs thrown errors and the message may quote a record.
    throw new Error('the upload could not be published', { cause: error instanceof Error ? error.name : 'unknown' });
  }
}
