import type { AgentReads } from '../../faces/agent/services.ts';
import { previewCorrection } from '../../publish/agent/preview-correction.ts';
import type { DatasetStore } from '../../store/store.ts';
import { asRefused, correctionRequestOf } from '../refused.ts';

/** The publisher's functions for the reading handler. They write nothing. */
export function agentReads({ store, now }: { readonly store: DatasetStore; readonly now: () => number }): AgentReads {
  return {
    previewCorrection: (request) =>
      previewCorrection(correctionRequestOf(request), { store, now: now() }).catch(asRefused),
  };
}
