import { CfnOutput } from 'aws-cdk-lib';
import { DomainName, EndpointType, type IRestApi, type RestApi, SecurityPolicy } from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGatewayDomain, CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import { recordTargets } from './names.ts';
import type { Settings } from './settings.ts';

export interface OwnDomainsProps {
  readonly distribution: IDistribution;
  readonly restApi: RestApi;
  readonly settings: Settings;
}

/** Creates the API's own domain, and the DNS records of both domains if their hosted zone is in this account. */
export class OwnDomains extends Construct {
  constructor(scope: Construct, id: string, { distribution, restApi, settings }: OwnDomainsProps) {
    super(scope, id);
    const { domainName, apiDomainName, apiCertificateArn, hostedZoneId, hostedZoneName } = settings;
    const zone =
      hostedZoneId !== undefined && hostedZoneName !== undefined
        ? HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId, zoneName: hostedZoneName })
        : undefined;
    new CfnOutput(scope, recordTargets.website, { value: distribution.distributionDomainName });
    if (zone && domainName !== undefined) {
      const target = RecordTarget.fromAlias(new CloudFrontTarget(distribution));
      new ARecord(this, 'Website4', { zone, recordName: `${domainName}.`, target });
      new AaaaRecord(this, 'Website6', { zone, recordName: `${domainName}.`, target });
    }
    if (apiDomainName === undefined || apiCertificateArn === undefined) return;
    const domain = new DomainName(this, 'Api', {
      domainName: apiDomainName,
      certificate: Certificate.fromCertificateArn(this, 'ApiCertificate', apiCertificateArn),
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
      // The cast is needed because the library's types do not support exactOptionalPropertyTypes.
      mapping: restApi as IRestApi,
    });
    new CfnOutput(scope, recordTargets.api, { value: domain.domainNameAliasDomainName });
    if (zone === undefined) return;
    const target = RecordTarget.fromAlias(new ApiGatewayDomain(domain));
    new ARecord(this, 'Api4', { zone, recordName: `${apiDomainName}.`, target });
  }
}
