import { RemovalPolicy } from 'aws-cdk-lib';
import { ApiKey, type IApiKey } from 'aws-cdk-lib/aws-apigateway';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/**
 * The key that the CDN adds to what it forwards, so that the website's domain needs none of its visitors.
 *
 * Secrets Manager makes the value up, and API Gateway and CloudFront each get it by a dynamic reference, which
 * CloudFormation resolves while it deploys: it stands in no template, no parameter, no event and no output. It can be
 * read by whoever may read the secret, the key with its value, or the distribution's configuration; the function sees
 * it in its events, as any caller's, and reads no such header.
 *
 * @param generation Another one makes another key under other logical ids. CloudFormation makes the new one, moves the
 *   distribution to it and only then removes the old, so the website works all along.
 */
export class WebsiteKey extends Construct {
  readonly apiKey: IApiKey;
  /** Stands for the value in the template. */
  readonly value: string;

  constructor(scope: Construct, id: string, { generation }: { readonly generation: string }) {
    super(scope, id);
    const secret = new Secret(this, `Secret${generation}`, {
      description: 'The key with which the website asks its API',
      generateSecretString: { passwordLength: 40, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Not a value but `{{resolve:secretsmanager:…}}`, which is what is wanted in the template.
    this.value = secret.secretValue.unsafeUnwrap();
    this.apiKey = new ApiKey(this, `Key${generation}`, {
      description: "The website's own, added by its CDN. Not to be handed out",
      value: this.value,
    });
  }
}
