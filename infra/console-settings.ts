import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { SETTINGS_PATH, type SignInSettings } from '../web/console/sign-in/settings.ts';
import type { SignIn } from './sign-in.ts';
import type { Site } from './site.ts';

const SETTINGS_FILE = SETTINGS_PATH.slice(1);

export interface ConsoleSettingsProps {
  readonly site: Pick<Site, 'bucket'>;
  readonly signIn: Pick<SignIn, 'origin' | 'client'>;
}

/**
 * Writes the console's settings. They are not part of the built site: the app's id is known only once the user pool
 * exists, and the user pool must know the website's URL.
 */
export class ConsoleSettings extends Construct {
  readonly file: BucketDeployment;

  constructor(scope: Construct, id: string, { site, signIn }: ConsoleSettingsProps) {
    super(scope, id);
    const { origin, client } = signIn;
    const settings: SignInSettings = {
      client: client.userPoolClientId,
      authorize: `${origin}/oauth2/authorize`,
      token: `${origin}/oauth2/token`,
      logout: `${origin}/logout`,
      scope: 'openid',
    };
    this.file = new BucketDeployment(this, 'File', {
      sources: [Source.jsonData(SETTINGS_FILE, settings)],
      exclude: ['*'],
      include: [SETTINGS_FILE.replace(/json$/, '*')],
      destinationBucket: site.bucket,
      memoryLimit: 256,
      prune: false,
      retainOnDelete: false,
      cacheControl: [CacheControl.fromString('no-cache')],
    });
  }
}
