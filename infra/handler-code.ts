import { dirname } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildHandler, type FilesBeside } from './handler-bundle.ts';

/**
 * The built handler as an asset. The CDK identifies assets by their folder, so each handler has its own. Always built
 * here, by esbuild; the image is only required by the type.
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
