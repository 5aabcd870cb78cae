import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import * as z from 'zod';
import { DeployError } from './cdk-command.ts';
import { settingsParameter } from './names.ts';
import { readSettings, type SettingName, type Settings, settingNames } from './settings.ts';

const textSchema = z.record(z.string(), z.string());

/**
 * Reads the settings of the last deployment; empty if there was none. @throws DeployError if the stored value cannot be
 * read
 */
export async function rememberedSettings(stack: string, region: string): Promise<Settings> {
  const Name = settingsParameter(stack);
  const client = new SSMClient({ region });
  try {
    const { Parameter } = await client.send(new GetParameterCommand({ Name }));
    const stored = textSchema.parse(JSON.parse(Parameter?.Value ?? ''));
    return readSettings((name) => stored[name]);
  } catch (error) {
    if (error instanceof ParameterNotFound) return {};
    // The deployment stops here: continuing without the remembered settings would remove a domain or an alarm.
    const reason = error instanceof Error ? error.message : String(error);
    throw new DeployError(`The settings that ${stack} remembers (SSM parameter ${Name}) cannot be read: ${reason}`);
  } finally {
    client.destroy();
  }
}

const isSetting = (name: string): name is SettingName => (settingNames as string[]).includes(name);

/**
 * Reads settings from texts of the form `NAME=VALUE`. All other texts are passed to the CDK. @throws DeployError for an
 * unknown name
 */
export function givenSettings(contexts: readonly string[]): { readonly given: Settings; readonly other: string[] } {
  const given: Partial<Record<SettingName, string>> = {};
  const other: string[] = [];
  for (const context of contexts) {
    const [name = '', ...rest] = context.split('=');
    if (isSetting(name)) given[name] = rest.join('=');
    else if (/[@:]/.test(name)) other.push(context);
    else throw new DeployError(`--context "${name}" is not known. There are ${settingNames.join(', ')}`);
  }
  return { given, other };
}

/**
 * Combines the remembered settings with the given ones. A setting that is not given keeps its value, unless `forget`
 * names it.
 * @throws DeployError, SettingsError
 */
export function mergedSettings(remembered: Settings, given: Settings, forget: readonly string[]): Settings {
  for (const name of forget) {
    if (!isSetting(name))
      throw new DeployError(`--forget "${name}" is not known. There are ${settingNames.join(', ')}`);
    if (given[name] !== undefined) throw new DeployError(`"${name}" is both given and to be forgotten`);
  }
  const all = { ...remembered, ...given };
  return readSettings((name) => (forget.includes(name) ? undefined : all[name]));
}
