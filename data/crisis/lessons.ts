import { readPatterns } from './patterns.ts';
import { type Judged, lessonFiles, readJudged } from './texts.ts';

/** One in this many danger texts is also added in combination with a search text. */
const JOINED = 4;

/**
 * Collects all training texts: written ones, generated ones, and danger texts combined with a search, so that ordinary
 * words do not hide danger. Contains no duplicates.
 */
export async function readLessons(): Promise<readonly Judged[]> {
  const files = lessonFiles.map((name) => readJudged(new URL(`texts/${name}.tsv`, import.meta.url)));
  const all = [...(await Promise.all(files)).flat(), ...(await readPatterns())];
  const searches = all.filter(({ kind }) => kind === 'search');
  const joined = all
    .filter(({ expected }) => expected === 'crisis')
    .filter((_, at) => at % JOINED === 0)
    .map(({ kind, expected, text }, at) => {
      const search = searches[(at * 37) % searches.length]?.text ?? '';
      return { kind, expected, text: at % 2 === 0 ? `${search} ${text}` : `${text} ${search}` };
    });
  return [...new Map([...all, ...joined].map((one) => [one.text, one])).values()];
}
