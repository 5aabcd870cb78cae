/** The parts of `custom-elements.json` that the configurator and the reference read. */
interface Described {
  readonly name: string;
  readonly description: string;
}

export interface ManifestAttribute extends Described {
  readonly type: { readonly text: string };
  readonly default: string;
  readonly kind: 'text' | 'flag' | 'list' | 'choice';
  readonly example: string;
  readonly values?: readonly { readonly value: string; readonly label: string }[];
}

export interface ManifestElement {
  readonly tagName: string;
  readonly attributes: readonly ManifestAttribute[];
  readonly members: readonly (Described & {
    readonly kind: 'field' | 'method';
    readonly attribute?: string;
    readonly type?: { readonly text: string };
    readonly parameters?: readonly { readonly name: string; readonly type: { readonly text: string } }[];
  })[];
  readonly events: readonly (Described & { readonly type: { readonly text: string } })[];
  readonly slots: readonly Described[];
  readonly cssParts: readonly Described[];
  readonly cssProperties: readonly (Described & { readonly default: string })[];
}

/** @throws Error if the text has no `<program-locator>` */
export function readManifest(text: string): ManifestElement {
  const { modules } = JSON.parse(text) as { readonly modules: { readonly declarations: ManifestElement[] }[] };
  const element = modules.flatMap(({ declarations }) => declarations).find((one) => one.tagName === 'program-locator');
  if (element === undefined) throw new Error('custom-elements.json lacks <program-locator>');
  return element;
}

/** Reads the choices from a type such as `'mi' | 'km'`. Empty for any other type. */
export function choicesOf({ type }: ManifestAttribute): readonly string[] {
  return [...type.text.matchAll(/'([^']+)'/g)].map(([, choice = '']) => choice);
}
