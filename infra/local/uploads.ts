import { randomUUID } from 'node:crypto';
import type { Created } from './bucket.ts';
import type { Declaration, UploadsDeclaration } from './declaration.ts';
import type { Invocation } from './lambda.ts';

/** How often Lambda tries to handle an event: once, and two retries. */
const ATTEMPTS = 3;

/** The bucket's local name. S3 allows only lower-case letters in it. */
export const localBucketName = ({ bucketId }: UploadsDeclaration): string => bucketId.toLowerCase();

/** Returns a listener that passes uploads to the bucket's function, as EventBridge and Lambda's event queue do. */
export function publishing(
  player: {
    readonly declaration: Pick<Declaration, 'uploads'>;
    invoke(functionId: string, event: object, requestId: string): Promise<Invocation>;
  },
  log: (text: string) => void,
): (created: Created) => void {
  const invoke = async ({ bucket, key, versionId, size }: Created): Promise<void> => {
    const { uploads } = player.declaration;
    if (bucket !== localBucketName(uploads) || !key.startsWith(uploads.prefix)) return;
    const detail = { bucket: { name: bucket }, object: { key, size, 'version-id': versionId } };
    const event = { source: 'aws.s3', 'detail-type': 'Object Created', time: new Date().toISOString(), detail };
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const answer = await player.invoke(uploads.functionId, event, randomUUID());
      if (answer.ok) return;
    }
    log('an upload was given up after three attempts: in the cloud it would be in the queue of dead letters\n');
  };
  return (created) => void invoke(created).catch((error) => log(`${error}\n`));
}
