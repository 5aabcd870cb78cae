import type { Words } from '../../words/en.ts';
import { type StartWords, start } from '../../words/start.en.ts';
import { languageOf } from './options.ts';

/** The words of the element's language: those of the start first, all of them once a visitor begins. */
export class Speech {
  language: 'en' | 'es' = 'en';
  /** The first words are there: nothing is drawn in one language to jump into another. */
  ready = false;
  #start: StartWords = start;
  #words: Words | null = null;
  #all = false;
  readonly #changed: () => void;

  /** @param changed Called when other words are there. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get start(): StartWords {
    return this.#words ?? this.#start;
  }

  get words(): Words | null {
    return this.#words;
  }

  /** @param all All words, from now on, not those of the start alone. */
  async speak(element: Element, all: boolean): Promise<void> {
    const language = languageOf(element.getAttribute('lang'), element.closest('[lang]')?.getAttribute('lang') ?? null);
    this.language = language;
    this.#all ||= all;
    // Without its words the finder speaks English rather than nothing.
    const first =
      language === 'en'
        ? start
        : await import('../../words/start.es.ts').then(
            (es) => es.start,
            () => start,
          );
    // The language may have changed meanwhile: what comes late changes nothing.
    if (this.language !== language) return;
    this.#start = first;
    this.ready = true;
    if (this.#all && this.#words?.code !== language) {
      const words = language === 'en' ? (await import('../../words/en.ts')).en : (await import('../../words/es.ts')).es;
      if (this.language === language) this.#words = words;
    }
    if (this.language === language) this.#changed();
  }
}
