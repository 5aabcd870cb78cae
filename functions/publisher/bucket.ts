import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { Line } from './turn.ts';
import {
  ALLOW_DROP,
  LATEST,
  type Latest,
  latestSchema,
  reportKeyOf,
  type Upload,
  type UploadReport,
} from './upload.ts';

/** Access to the bucket of uploads and reports. No other code of a function talks to S3. */
export function uploadBucket(client: S3Client, Bucket: string) {
  const putJson = (Key: string, value: unknown, condition: { IfMatch?: string; IfNoneMatch?: string } = {}) =>
    client.send(
      new PutObjectCommand({
        ...{ Bucket, Key, ContentType: 'application/json', ...condition },
        Body: Buffer.from(`${JSON.stringify(value, null, 2)}\n`),
      }),
    );
  return {
    /** @param version S3 version of the object; the newest if undefined. */
    async upload(key: string, version: string | undefined): Promise<Upload> {
      const {
        Body,
        LastModified,
        Metadata = {},
      } = await client.send(
        new GetObjectCommand({ Bucket, Key: key, ...(version !== undefined && { VersionId: version }) }),
      );
      if (Body === undefined || LastModified === undefined) throw new Error('the bucket returned no content');
      const body = Buffer.from(await Body.transformToByteArray());
      return { key, body, uploadedAt: LastModified.getTime(), allowDrop: Metadata[ALLOW_DROP] === 'true' };
    },
    async latest(): ReturnType<Line['latest']> {
      try {
        const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket, Key: LATEST }));
        if (ETag === undefined) throw new Error('the bucket returned no ETag');
        return { latest: latestSchema.parse(JSON.parse((await Body?.transformToString()) ?? '')), tag: ETag };
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    async putLatest(latest: Latest, tag: string | null): Promise<boolean> {
      try {
        await putJson(LATEST, latest, tag === null ? { IfNoneMatch: '*' } : { IfMatch: tag });
        return true;
      } catch (error) {
        // S3 returns either of these errors if somebody else wrote first: which one depends on when they wrote.
        const lost = ['PreconditionFailed', 'ConditionalRequestConflict'];
        if (error instanceof S3ServiceException && lost.includes(error.name)) return false;
        throw error;
      }
    },
    async putReport(report: UploadReport): Promise<void> {
      await putJson(reportKeyOf(report.upload), report);
    },
  };
}
