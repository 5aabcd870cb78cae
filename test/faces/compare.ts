import type { Handler } from '../../functions/api/app.ts';
import { faces } from './faces.ts';
import type { Question } from './questions.ts';

export interface FaceRow {
  readonly face: string;
  readonly asked: number;
  readonly equal: number;
  readonly centers: number;
  /** Number of questions that the face could not express, by reason. */
  readonly cannot: ReadonlyMap<string, number>;
  /** Questions to which the face and GET gave different answers. */
  readonly different: readonly Question[];
}

/** Asks every face every question that it can express, and compares the answers with those of GET. */
export async function compareFaces(handler: Handler, questions: readonly Question[]): Promise<FaceRow[]> {
  const json = faces['JSON GET'];
  if (json === undefined) throw new Error('there is no face to compare with');
  const truths = new Map<Question, readonly string[]>();
  for (const question of questions) {
    const answer = await json(question, handler);
    if ('ids' in answer) truths.set(question, answer.ids);
  }
  const rows: FaceRow[] = [];
  for (const [face, ask] of Object.entries(faces)) {
    const cannot = new Map<string, number>();
    const different: Question[] = [];
    let [asked, centers] = [0, 0];
    for (const [question, truth] of truths) {
      const answer = await ask(question, handler);
      if ('cannot' in answer) {
        cannot.set(answer.cannot, (cannot.get(answer.cannot) ?? 0) + 1);
        continue;
      }
      asked += 1;
      centers += answer.ids.length;
      if (answer.ids.join() !== truth.join()) different.push(question);
    }
    rows.push({ face, asked, equal: asked - different.length, centers, cannot, different });
  }
  return rows;
}
