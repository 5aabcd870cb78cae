import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import {
  ALLOW_DROP,
  LATEST,
  type Latest,
  latestSchema,
  reportKeyOf,
  type Upload,
  type UploadReport,
} from './upload.ts';

/** The bucket of uploads and their reports: the only code that talks to S3 from a function. */
export function uploadBucket(client: S3Client, Bucket: string) {
  const putJson = (Key: string, value: unknown) =>
    client.send(
      new PutObjectCommand({
        ...{ Bucket, Key, ContentType: 'application/json' },
        Body: Buffer.from(`${JSON.stringify(value, null, 2)}\n`),
      }),
    );
  return {
    /** @param version Without one, the newest. */
    async upload(key: string, version: string | undefined): Promise<Upload> {
      const {
        Body,
        LastModified,
        Metadata = {},
      } = await client.send(
        new GetObjectCommand({ Bucket, Key: key, ...(version !== undefined && { VersionId: version }) }),
      );
      if (Body === undefined || LastModified === undefined) throw new Error('the bucket gave no content');
      const body = Buffer.from(await Body.transformToByteArray());
      return { key, body, uploadedAt: LastModified.getTime(), allowDrop: Metadata[ALLOW_DROP] === 'true' };
    },
    async latest(): Promise<Latest | null> {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: LATEST }));
        return latestSchema.parse(JSON.parse((await Body?.transformToString()) ?? ''));
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    async putLatest(latest: Latest): Promise<void> {
      await putJson(LATEST, latest);
    },
    async putReport(report: UploadReport): Promise<void> {
      await putJson(reportKeyOf(report.upload), report);
    },
  };
}
