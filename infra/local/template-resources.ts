import { z } from 'zod';
import type { SynthesizedStack } from './assembly.ts';
import { resourceSchemas, resourceTypes } from './resources.ts';

const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

export type Kind = keyof typeof resourceSchemas;
export type Properties<K extends Kind> = z.infer<(typeof resourceSchemas)[K]>;

/** The resources of a synthesized template, each parsed by its type on demand. */
export class TemplateResources {
  readonly #resources: [id: string, resource: z.infer<typeof templateSchema>['Resources'][string]][];
  readonly #assets: SynthesizedStack['assets'];

  /** @throws z.ZodError if `template` is not a template */
  constructor({ template, assets }: SynthesizedStack) {
    this.#resources = Object.entries(templateSchema.parse(template).Resources);
    this.#assets = assets;
  }

  /** Returns all resources of a type. @throws Error naming the resource whose properties the local server cannot run */
  all<K extends Kind>(kind: K): [id: string, properties: Properties<K>][] {
    const schema: z.ZodType = resourceSchemas[kind];
    return this.#resources
      .filter(([, { Type }]) => Type === resourceTypes[kind])
      .map(([id, { Properties }]) => {
        const parsed = schema.safeParse(Properties);
        if (!parsed.success) throw new Error(`${resourceTypes[kind]} "${id}":\n${z.prettifyError(parsed.error)}`);
        return [id, parsed.data as Properties<K>];
      });
  }

  /** Returns the only resource of a type. @throws Error unless there is exactly one */
  only<K extends Kind>(kind: K): [id: string, properties: Properties<K>] {
    const [found, ...others] = this.all(kind);
    if (!found || others.length > 0) {
      const count = found ? others.length + 1 : 0;
      throw new Error(`the template has ${count} ${resourceTypes[kind]}, not one`);
    }
    return found;
  }

  is(kind: Kind, id: string): boolean {
    return this.#resources.some(([key, { Type }]) => key === id && Type === resourceTypes[kind]);
  }

  /** Returns the path of the file or folder that a deployment would upload under this key. */
  asset(key: string): string {
    const path = this.#assets.get(key);
    if (path === undefined) throw new Error(`the assembly lacks the asset ${key}`);
    return path;
  }
}
