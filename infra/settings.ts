import * as z from 'zod';
import { searchEnvironmentSchema } from '../functions/environment/search.ts';

const domain = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const wholeNumber = (most: number) => z.string().refine((text) => /^[1-9]\d*$/.test(text) && Number(text) <= most);

/**
 * The settings of a deployment, by name, with their valid values. The stack remembers a given setting, and a later
 * deployment without it keeps it (`deploy.ts`). This file must not import the CDK, because the command reads it too.
 */
const settings = {
  domainName: [z.string().regex(domain), 'a domain name in lower case, such as find.example.org'],
  certificateArn: [z.string().regex(/^arn:[a-z-]+:acm:us-east-1:/), "a certificate's ARN in us-east-1"],
  apiDomainName: [z.string().regex(domain), 'a domain name in lower case, such as api.example.org'],
  apiCertificateArn: [z.string().regex(/^arn:[a-z-]+:acm:/), "a certificate's ARN in the stack's region"],
  hostedZoneId: [z.string().regex(/^Z[A-Z0-9]{1,31}$/), "a hosted zone's id, such as Z0123456789ABC"],
  hostedZoneName: [z.string().regex(domain), "the hosted zone's domain, such as example.org"],
  alarmEmail: [z.email(), 'an email address'],
  alarmTopicArn: [z.string().regex(/^arn:[a-z-]+:sns:/), "an SNS topic's ARN"],
  edgeAlarmTopicArn: [z.string().regex(/^arn:[a-z-]+:sns:us-east-1:/), "an SNS topic's ARN in us-east-1"],
  staleAfterDays: [wholeNumber(3650), 'a whole number from 1 to 3650'],
  websiteKey: [z.string().regex(/^[A-Za-z0-9]{1,20}$/), 'up to 20 letters and digits'],
  publisherConcurrency: [wholeNumber(9999), 'a whole number from 1 to 9999'],
  tableName: [z.string().regex(/^[\w.-]{3,255}$/), 'the name of a table that a backup was restored into'],
  reportTo: [searchEnvironmentSchema.shape.REPORT_TO.unwrap(), 'an email address or an https address'],
} as const satisfies Record<string, readonly [z.ZodType<string>, string]>;

export type SettingName = keyof typeof settings;
export type Settings = Readonly<Partial<Record<SettingName, string>>>;
export const settingNames = Object.keys(settings) as SettingName[];

/** Thrown if a setting is invalid, or requires another one. Its message is printed without a stack trace. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Groups of settings that must be given together. */
const together: readonly (readonly [SettingName, SettingName])[] = [
  ['domainName', 'certificateArn'],
  ['apiDomainName', 'apiCertificateArn'],
  ['hostedZoneId', 'hostedZoneName'],
];

/**
 * Reads and validates settings.
 * @param given Returns the value of a setting, undefined if it is not given.
 * @throws SettingsError naming every fault.
 */
export function readSettings(given: (name: SettingName) => unknown): Settings {
  const faults: string[] = [];
  const found: Partial<Record<SettingName, string>> = {};
  for (const name of settingNames) {
    const value = given(name);
    if (value === undefined) continue;
    const [schema, expected] = settings[name];
    const parsed = schema.safeParse(value);
    if (parsed.success) found[name] = parsed.data;
    else {
      const wanted = typeof value === 'string' && value !== '' ? expected : 'a text that is not empty';
      faults.push(`context "${name}" must be ${wanted}, not ${JSON.stringify(value)}`);
    }
  }
  for (const [one, other] of together)
    if ((found[one] === undefined) !== (found[other] === undefined) && faults.length === 0)
      faults.push(`context "${one}" and "${other}" go together: give both or neither`);
  const { hostedZoneName: zone, domainName, apiDomainName } = found;
  for (const name of [domainName, apiDomainName])
    if (zone !== undefined && name !== undefined && name !== zone && !name.endsWith(`.${zone}`))
      faults.push(`"${name}" is not in the hosted zone "${zone}"`);
  if (domainName !== undefined && domainName === apiDomainName)
    faults.push('context "domainName" and "apiDomainName" must be two domains: the API\'s own asks for a key');
  if (faults.length > 0) throw new SettingsError(faults.join('\n'));
  return found;
}

/** Formats the settings as the stack remembers them. */
export const settingsText = (found: Settings): string =>
  JSON.stringify(Object.fromEntries(settingNames.flatMap((name) => (name in found ? [[name, found[name]]] : []))));
