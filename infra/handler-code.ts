import { dirname } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildHandler, type FilesBeside } from './handler-bundle.ts';

/**
 * The built handler as an asset. The CDK tells assets apart by their folder, so each handler has a folder of its own.
 * It is always built here, by esbuild; the image is demanded by the type alone.
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
