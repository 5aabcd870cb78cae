import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** A text, and whether a careful human reader sees danger in it. */
export const judgedSchema = z.strictObject({
  kind: z.string().regex(/^[a-z-]{2,20}$/),
  expected: z.enum(['crisis', 'ordinary']),
  text: z.string().min(1).max(300),
});
export type Judged = z.infer<typeof judgedSchema>;

/**
 * Files of training texts. `development` is half of a set that somebody else wrote; its other half is only for tests.
 */
export const lessonFiles = ['own', 'development', 'searches', 'names', 'asked'] as const;

/**
 * Reads texts with their judgments. Each line is a kind, `crisis` or `ordinary`, and a text, separated by tabs.
 * @throws if a line has another form
 */
export async function readJudged(file: URL): Promise<readonly Judged[]> {
  const [, ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n');
  return lines.map((line) => {
    const [kind, expected, text] = line.split('\t');
    return judgedSchema.parse({ kind, expected, text });
  });
}
