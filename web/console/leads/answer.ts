import { type ComponentChild, h } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { NoAnswerError, ProblemError } from '../../client/problem-error.ts';
import { leadsWords as w } from '../../words/leads.ts';
import { faultText } from './fault-text.ts';
import type { Desk } from './props.ts';

/** The answer that a view requested. While a new one loads, the previous one stays. */
export interface Asked<Answer> {
  readonly answer: Answer | null;
  readonly isLoading: boolean;
  /** What to tell the person if the request failed. */
  readonly failed: string | null;
  readonly again: () => void;
}

/** Sends a request whenever the key changes, and cancels the previous one. */
export function useAnswer<Answer>(
  desk: Desk,
  key: string,
  ask: (signal: AbortSignal) => Promise<Answer>,
): Asked<Answer> {
  const [got, set] = useState<Omit<Asked<Answer>, 'again'>>({ answer: null, isLoading: true, failed: null });
  const [turn, setTurn] = useState(0);
  const isIn = desk.state.session.kind === 'in';
  // Depends on the key and not on `ask`, because that function is a new one on every render.
  useEffect(() => {
    if (!isIn) return;
    const controller = new AbortController();
    set((before) => ({ ...before, isLoading: true, failed: null }));
    desk
      .watch(() => ask(controller.signal))
      .then(
        (answer) => set({ answer, isLoading: false, failed: null }),
        (error: unknown) => {
          if (controller.signal.aborted) return;
          set((before) => ({
            ...before,
            isLoading: false,
            // The button beside the message says to try again, as the text of such an error does.
            failed: isRetryable(error) ? w.failed : `${w.failed} ${faultText(error)}`,
          }));
        },
      );
    return () => controller.abort();
  }, [key, turn, isIn]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  return { ...got, again };
}

const isRetryable = (error: unknown): boolean =>
  (error instanceof ProblemError || error instanceof NoAnswerError) && error.retryable;

/** A message in place of the answer, or above an outdated answer. Null if the answer is current. */
export function notice<Answer>(desk: Desk, { answer, isLoading, failed, again }: Asked<Answer>): ComponentChild {
  if (desk.state.session.kind !== 'in') return h('p', { class: 'leads-note' }, w.signIn);
  if (failed !== null)
    return h(
      'p',
      { class: 'leads-note', role: 'alert' },
      `${failed} `,
      h('button', { type: 'button', class: 'do', onClick: again }, w.again),
    );
  return isLoading && answer === null ? h('p', { class: 'leads-note', role: 'status' }, w.loading) : null;
}
