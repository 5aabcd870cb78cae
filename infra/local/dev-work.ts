import type { Part } from './rebuild.ts';

/** Source files of each built part, as paths from the root of the repository. */
export interface Inputs {
  readonly parts: Readonly<Record<Part, ReadonlySet<string>>>;
  readonly template: ReadonlySet<string>;
}

/** What must be done after files have changed. */
export interface Work {
  /** The parts to build again. Empty if the template changed, because synthesis builds all parts anyway. */
  readonly parts: readonly Part[];
  readonly template: boolean;
  readonly data: boolean;
  /** Changed files of the local server itself. They are only read when it starts. */
  readonly server: readonly string[];
}

const notBuilt = /(?:^|\/)(?:\.[^/]*|README\.md|[^/]*~|\d+)$|^web\/client\/dist\//;

/**
 * Decides what changed files require.
 * @param owed Work that failed before and must still be done.
 */
export function workFor(changed: readonly string[], inputs: Inputs, owed?: Pick<Work, 'parts' | 'template'>): Work {
  const files = changed.filter((file) => !notBuilt.test(file));
  const server = files.filter((file) => file.startsWith('infra/local/'));
  const others = files.filter((file) => !file.startsWith('infra/local/'));
  const template =
    others.some((file) => inputs.template.has(file) || isInfrastructure(file)) || (owed?.template ?? false);
  const due = Object.entries(inputs.parts).filter(([, of]) => others.some((file) => of.has(file)));
  const parts = new Set([...due.map(([part]) => part as Part), ...(owed?.parts ?? [])]);
  if (others.some((file) => file.startsWith('web/'))) parts.add('site');
  return {
    parts: template ? [] : [...parts],
    template,
    data: others.some((file) => /^data\/(?:centers\/|examples\.json$)/.test(file)),
    server,
  };
}

/**
 * True for a file of the infrastructure. Edge functions are read as text, so the imports do not name all of these
 * files.
 */
const isInfrastructure = (file: string): boolean =>
  /^(?:cdk\.json|package-lock\.json)$/.test(file) || /^infra\/(?!tools\/).*\.[cm]?[jt]s$/.test(file);
