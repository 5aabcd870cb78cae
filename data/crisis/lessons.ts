import { readPatterns } from './patterns.ts';
import { type Judged, lessonFiles, readJudged } from './texts.ts';

/** Every so many texts of danger is learned once more beside a search. */
const JOINED = 4;

/**
 * All that the weights are learned from: texts, texts of patterns, and texts of danger beside a search, so that ordinary
 * words do not hide danger. None twice.
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
