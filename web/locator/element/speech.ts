import type { Words } from '../../words/en.ts';
import { type StartWords, start } from '../../words/start.en.ts';
import { languageOf } from './options.ts';

/** The texts in the element's language: at first only those of the start, and all of them once a visitor begins. */
export class Speech {
  language: 'en' | 'es' = 'en';
  /**
   * True once the first texts are loaded. Nothing is rendered before, because it would appear in English and then
   * change.
   */
  ready = false;
  #start: StartWords = start;
  #words: Words | null = null;
  #all = false;
  readonly #changed: () => void;

  /** @param changed Called when texts in another language, or more texts, are loaded. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get start(): StartWords {
    return this.#words ?? this.#start;
  }

  get words(): Words | null {
    return this.#words;
  }

  /**
   * Loads the texts of the element's language.
   * @param all True to use all texts from now on, not only those of the start.
   */
  async speak(element: Element, all: boolean): Promise<void> {
    const language = languageOf(element.getAttribute('lang'), element.closest('[lang]')?.getAttribute('lang') ?? null);
    this.language = language;
    this.#all ||= all;
    // If the Spanish texts do not load, the finder uses English.
    const first =
      language === 'en'
        ? start
        : await import('../../words/start.es.ts').then(
            (es) => es.start,
            () => start,
          );
    // If the element's language changed while texts were loading, they are ignored.
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
