import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';

/**
 * Tells the CDN to delete all cached answers: any answer, page or part of the dataset may name a center.
 * @returns the invalidation's id; edge locations delete their copies within a minute or two
 */
export async function invalidateAll(
  distribution: string,
  { endpoint }: { readonly endpoint?: string },
  reference = new Date().toISOString(),
): Promise<string> {
  const client = new CloudFrontClient({
    // All CloudFront requests go to one region. An endpoint on this machine does not check credentials.
    region: 'us-east-1',
    ...(endpoint !== undefined && { endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  });
  try {
    const { Invalidation } = await client.send(
      new CreateInvalidationCommand({
        DistributionId: distribution,
        InvalidationBatch: { CallerReference: `purge ${reference}`, Paths: { Quantity: 1, Items: ['/*'] } },
      }),
    );
    if (Invalidation?.Id === undefined) throw new Error('CloudFront returned no id for the invalidation');
    return Invalidation.Id;
  } finally {
    client.destroy();
  }
}
