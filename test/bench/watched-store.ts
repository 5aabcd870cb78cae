import { type Blob, decodeContent } from '../../functions/dataset/content.ts';
import type { DatasetStore } from '../../functions/store/store.ts';

interface PageFacts {
  readonly kind: string;
  readonly centers: number;
  readonly textBytes: number;
}

/** What was read through a store since the last call of `take`. */
interface Traffic {
  pages: number;
  nodes: number;
  centers: number;
  textBytes: number;
  /** Number of compressed bytes, as stored in the table. */
  bytes: number;
}

export interface WatchedStore extends DatasetStore {
  /** Returns what was read since the last call. */
  take(): Traffic;
  /** Returns the items read since the last call. */
  takeItems(): Blob[];
}

const nothing = (): Traffic => ({ pages: 0, nodes: 0, centers: 0, textBytes: 0, bytes: 0 });

/** A store that reports its reads. It decodes each page once and caches the result, outside of the measured time. */
export function watched(store: DatasetStore): WatchedStore {
  const known = new Map<string, PageFacts>();
  const seen: Blob[] = [];
  const factsOf = (item: Blob): PageFacts => {
    const facts = known.get(item.hash) ?? lookInto(item);
    known.set(item.hash, facts);
    return facts;
  };
  return {
    ...store,
    async read(request, meter) {
      const answer = await store.read(request, meter);
      for (const [hash, body] of answer.bodies) seen.push({ hash, body });
      return answer;
    },
    take() {
      const traffic = nothing();
      for (const item of seen.splice(0)) {
        const { kind, centers, textBytes } = factsOf(item);
        if (kind === 'node') traffic.nodes += 1;
        else traffic.pages += 1;
        traffic.centers += centers;
        traffic.textBytes += textBytes;
        traffic.bytes += item.body.length;
      }
      return traffic;
    },
    takeItems: () => seen.splice(0),
  };
}

function lookInto(item: Blob): PageFacts {
  const content = decodeContent(item);
  return {
    kind: content.kind,
    centers: content.kind === 'centers' ? content.rows.length : 0,
    textBytes: content.bytes,
  };
}
