import type { MapHost } from '../map/index.ts';
import type { MapParts } from '../parts/map-view.ts';

/** Loads the map when it is first wanted. Until then, and where it does not come, the list does without. */
export class MapLoader {
  readonly #loaded: (css: string) => void;
  #parts: (MapParts & { readonly language: string }) | null = null;
  #loading: string | null = null;

  /** @param loaded Called with the map's styles, once its parts are there. */
  constructor(loaded: (css: string) => void) {
    this.#loaded = loaded;
  }

  get parts(): MapParts | null {
    return this.#parts;
  }

  /** @param isWhole All outlines come in one file, at once. */
  want(language: 'en' | 'es', host: MapHost | null, isWhole: boolean): void {
    if (this.#loading === language || this.#parts?.language === language) return;
    this.#loading = language;
    void this.#load(language, host, isWhole).catch(() => {
      this.#loading = null;
    });
  }

  async #load(language: 'en' | 'es', host: MapHost | null, isWhole: boolean): Promise<void> {
    const words = language === 'en' ? import('../../words/map/en.ts') : import('../../words/map/es.ts');
    const [{ ProgramMap, mapCss }, { mapWords }] = await Promise.all([import('../map/index.ts'), words]);
    const source = isWhole && host === null ? (await import('../map/whole.ts')).whole : null;
    this.#parts = { ProgramMap, words: mapWords, host, source, language };
    this.#loading = null;
    this.#loaded(mapCss);
  }
}
