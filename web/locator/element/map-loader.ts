import type { MapHost } from '../map/index.ts';
import type { MapParts } from '../parts/map-view.ts';

/** Loads the map on demand. Until then, or if it fails, the list works without it. */
export class MapLoader {
  readonly #loaded: (css: string) => void;
  #parts: (MapParts & { readonly key: string }) | null = null;
  #loading: string | null = null;

  /** @param loaded Called with the map's CSS when the map's code is loaded. */
  constructor(loaded: (css: string) => void) {
    this.#loaded = loaded;
  }

  get parts(): MapParts | null {
    return this.#parts;
  }

  /**
   * Loads the map's code.
   * @param isWhole True to load all outlines at once, in one file.
   */
  want(language: 'en' | 'es', host: MapHost | null, isWhole: boolean): void {
    const key = `${language} ${isWhole}`;
    if (this.#loading === key || this.#parts?.key === key) return;
    // `isWhole` forbids requests that depend on the area in view: stop rendering a map that makes them.
    if (isWhole && this.#parts?.source === null) this.#parts = null;
    this.#loading = key;
    void this.#load(key, language, host, isWhole).catch(() => {
      if (this.#loading === key) this.#loading = null;
    });
  }

  async #load(key: string, language: 'en' | 'es', host: MapHost | null, isWhole: boolean): Promise<void> {
    const words = language === 'en' ? import('../../words/map/en.ts') : import('../../words/map/es.ts');
    const [{ ProgramMap, mapCss }, { mapWords }] = await Promise.all([import('../map/index.ts'), words]);
    const source = isWhole && host === null ? (await import('../map/whole.ts')).whole : null;
    if (this.#loading !== key) return;
    this.#parts = { ProgramMap, words: mapWords, host, source, key };
    this.#loading = null;
    this.#loaded(mapCss);
  }
}
