import { dirname } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildHandler, type FilesBeside } from './handler-bundle.ts';

/**
 * Builds a handler as an asset. The CDK identifies assets by their source folder, so each handler needs its own folder.
 * esbuild always builds it on this machine; the Docker image is given only because the type requires one.
 */
export function handlerCode(entry: string, beside: FilesBeside): Code {
  return Code.fromAsset(dirname(entry), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('not-used'),
      local: {
        tryBundle(outFolder) {
          buildHandler(entry, outFolder, beside);
          return true;
        },
      },
    },
  });
}
