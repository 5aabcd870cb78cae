import { RemovalPolicy } from 'aws-cdk-lib';
import { ApiKey, type IApiKey } from 'aws-cdk-lib/aws-apigateway';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/**
 * The key that the CDN adds to requests that it forwards, so that the website's visitors need no key. Secrets Manager
 * generates the value. API Gateway and CloudFront each get it by a dynamic reference, which CloudFormation resolves
 * during deployment, so the value appears in no template, parameter, event or output. It can be read by anyone who may
 * read the secret, the key with its value, or the distribution's configuration. The function gets it in its events,
 * like any caller's key, and does not read that header.
 * @param generation Another value creates another key with other logical ids. CloudFormation creates the new one, moves
 * the distribution to it and only then removes the old one, so the website works throughout.
 */
export class WebsiteKey extends Construct {
  readonly apiKey: IApiKey;
  /** The placeholder for the key's value in the template. */
  readonly value: string;

  constructor(scope: Construct, id: string, { generation }: { readonly generation: string }) {
    super(scope, id);
    const secret = new Secret(this, `Secret${generation}`, {
      description: 'The key with which the website asks its API',
      generateSecretString: { passwordLength: 40, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // The template needs the placeholder `{{resolve:secretsmanager:…}}`, which is what this returns, not the secret's
    // value.
    this.value = secret.secretValue.unsafeUnwrap();
    this.apiKey = new ApiKey(this, `Key${generation}`, {
      description: "The website's own, added by its CDN. Not to be handed out",
      value: this.value,
    });
  }
}
