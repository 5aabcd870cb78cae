interface Edit {
  readonly file: string;
  /** The text to replace. It must occur in the file exactly once. */
  readonly from: string;
  readonly to: string;
}

/** A fault that is put into the code on purpose. Only an unlucky order of several requests shows it. */
export interface SimulatedMutant {
  readonly name: string;
  readonly edits: readonly Edit[];
}

export const simulatedMutants: readonly SimulatedMutant[] = [
  {
    name: 'HEAD moves without a condition',
    edits: [
      {
        file: 'functions/store/commands.ts',
        from: "  if (from === null) return new PutCommand({ ...item, ConditionExpression: 'attribute_not_exists(pk)' });\n",
        to: '  if (from !== undefined) return new PutCommand(item);\n',
      },
    ],
  },
  {
    name: 'a collection takes pages of any age',
    edits: [
      {
        file: 'functions/publish/collect.ts',
        from: 'now() / 1000 - writtenAt > COLLECTED_AGE_SECONDS',
        to: 'writtenAt > 0',
      },
    ],
  },
  {
    name: 'a page is written after HEAD',
    edits: [
      {
        file: 'functions/publish/put-in-place.ts',
        from: '  for (let from = 0; from < missing.length; from += ITEMS_A_GROUP) {',
        to: '  await store.moveHead({ ...head, revision: (current?.revision ?? 0) + 1, publishedAt: new Date(now).toISOString() }, current, restores, origin);\n  for (let from = 0; from < missing.length; from += ITEMS_A_GROUP) {',
      },
      {
        file: 'functions/publish/put-in-place.ts',
        from: '  await store.moveHead({ ...head, revision, publishedAt: new Date(now).toISOString() }, current, restores, origin);\n  return missing.length;',
        to: '  return missing.length + revision * 0;',
      },
    ],
  },
  {
    name: 'a publish reads what people added before HEAD',
    edits: [
      {
        file: 'functions/publish/publish.ts',
        from: '    const standing = await store.readStanding();\n',
        to: '    const before = await readCarried(records, options.former ?? [], store);\n    const standing = await store.readStanding();\n',
      },
      {
        file: 'functions/publish/publish.ts',
        from: '    const carried = await readCarried(records, options.former ?? [], store);\n',
        to: '    const carried = before;\n',
      },
    ],
  },
  {
    name: 'what a batch left over is not written',
    edits: [
      {
        file: 'functions/store/dynamo.ts',
        from: '          return unprocessed.size === 0 ? null : left.filter(({ hash }) => unprocessed.has(keyOf.page(hash).pk));',
        to: '          return unprocessed.size >= 0 ? null : left;',
      },
    ],
  },
  {
    name: 'a container goes back to an older HEAD',
    edits: [
      {
        file: 'functions/search/datasets.ts',
        from: 'known === null || read.value.revision > known.value.revision',
        to: 'known === null || read.value.revision !== known.value.revision',
      },
    ],
  },
  {
    name: 'a page is removed although it was written again',
    edits: [
      {
        file: 'functions/store/upkeep-commands.ts',
        from: "    ConditionExpression: '#t = :seen',\n",
        to: "    ConditionExpression: 'attribute_exists(#t)',\n",
      },
    ],
  },
  {
    name: 'a purge leaves the versions that could be brought back',
    edits: [
      {
        file: 'functions/publish/purge.ts',
        from: '  for (const record of await store.versions()) {',
        to: '  for (const record of (await store.versions()).slice(0, 1)) {',
      },
    ],
  },
];

/** Puts a mutant's fault into a source. @throws Error if a text to replace does not occur exactly once */
export function withMutant(source: string, edits: readonly Edit[]): string {
  return edits.reduce((text, { file, from, to }) => {
    const count = text.split(from).length - 1;
    if (count !== 1) throw new Error(`${file} has ${count} times, not once: ${from}`);
    return text.replace(from, () => to);
  }, source);
}
