/** The values that a template refers to. Keys are logical ids for `Ref`, and `id.attribute` for `Fn::GetAtt`. */
export type References = Readonly<Record<string, string>>;

/**
 * Resolves Ref, Fn::GetAtt, Fn::Join and Fn::Sub in a value of the template, and returns its text.
 * @throws Error naming what cannot be resolved here
 */
export function resolveText(value: unknown, references: References): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const [name, argument] = intrinsic(value);
  switch (name) {
    case 'Ref':
      return look(String(argument), references);
    case 'Fn::GetAtt':
      return look(Array.isArray(argument) ? argument.join('.') : String(argument), references);
    case 'Fn::Join':
      if (Array.isArray(argument) && typeof argument[0] === 'string' && Array.isArray(argument[1])) {
        return argument[1].map((part) => resolveText(part, references)).join(argument[0]);
      }
      break;
    case 'Fn::Sub':
      if (typeof argument === 'string') {
        return argument.replaceAll(/\$\{([^}]+)\}/g, (_all, id: string) => look(id, references));
      }
  }
  throw new Error(`this value of the template cannot be worked out here: ${JSON.stringify(value)}`);
}

/**
 * Replaces dynamic references to secrets in a text, as a deployment does.
 * @param secrets Values by ARN.
 */
export function resolveSecrets(text: string, secrets: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\{\{resolve:secretsmanager:(.+?):SecretString:::\}\}/g, (_all, arn: string) => {
    const value = secrets.get(arn);
    if (value === undefined) throw new Error(`the template refers to the secret "${arn}", which it does not declare`);
    return value;
  });
}

/** Lists the logical ids that a value refers to by Ref or Fn::GetAtt, at any depth. */
export function referredIds(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(referredIds);
  return Object.entries(value).flatMap(([name, argument]) => {
    if (name === 'Ref' && typeof argument === 'string') return [argument];
    if (name === 'Fn::GetAtt') return [String(Array.isArray(argument) ? argument[0] : argument).split('.')[0] ?? ''];
    return referredIds(argument);
  });
}

function intrinsic(value: unknown): [string, unknown] {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return entries.length === 1 && entries[0] ? entries[0] : ['', undefined];
}

function look(id: string, references: References): string {
  const value = references[id];
  if (value === undefined) throw new Error(`the template refers to "${id}", for which this server has no replacement`);
  return value;
}
