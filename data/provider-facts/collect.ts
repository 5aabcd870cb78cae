import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PROVIDER_PATH } from '../../functions/domain/from-provider.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { describeFault } from '../../functions/records/fault.ts';
import { checkProvider, hostFault } from '../../functions/records/provider/check.ts';
import { MergeError, mergeProvider } from '../../functions/records/provider/merge.ts';
import { differenceLines, differenceOf, type FactsDifference, isSuddenLoss } from './difference.ts';
import { type Evidence, type Kept, keptName, readKept, removeKept, sha256Of, writeKept } from './evidence.ts';
import { type Fetched, fetchFile } from './fetch-file.ts';
import { type Provider, readProviders } from './list.ts';
import { wordOf } from './load.ts';
import { listFaults, type Placed, type Placing, placeCenters } from './place.ts';

export interface CollectOptions {
  /** Folder that contains `providers.json`. The collected files are written to its subfolder `providers/`. */
  readonly folder: string;
  readonly records: readonly CenterRecord[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly dryRun?: boolean;
  /** True to accept also plain HTTP from this machine. @default false */
  readonly allowLocal?: boolean;
  /** True to accept an edition that removes most of a provider's facts. @default false */
  readonly allowDrop?: boolean;
  /** Number of sites to download from at the same time. @default 4 */
  readonly atOnce?: number;
  readonly timeoutMs?: number;
  readonly onProgress?: (line: string) => void;
}

/**
 * What happened to one provider's file. `read`: a new edition was accepted. `unchanged`: the edition is the one we
 * have. `withdrawn`: the site answered 410. In the other cases the last edition stays in use. `failed`: the file could
 * not be read. `refused`: it has faults. `held`: it is too unlikely to be right.
 */
type Outcome = 'read' | 'unchanged' | 'withdrawn' | 'failed' | 'refused' | 'held';

export interface Collected {
  readonly domain: string;
  readonly outcome: Outcome;
  /** Reasons and remarks about the outcome, one per line. */
  readonly lines: readonly string[];
  readonly difference: FactsDifference;
}

const needsAttention: readonly Outcome[] = ['failed', 'refused', 'held'];
export const isWell = ({ outcome }: Pick<Collected, 'outcome'>): boolean => !needsAttention.includes(outcome);
const MOST_FAULTS = 20;

/**
 * Downloads the file of every listed provider and stores the accepted ones. Each provider is independent: a fault in
 * one file does not hold back another.
 * @throws Error for a faulty list, or damaged evidence
 */
export async function collectFacts(options: CollectOptions): Promise<Collected[]> {
  const { folder, dryRun = false, atOnce = 4, onProgress } = options;
  const providers = await readProviders(folder);
  const waiting = [...providers];
  const done = new Map<string, Collected>();
  const work = async (): Promise<void> => {
    for (let provider = waiting.shift(); provider !== undefined; provider = waiting.shift()) {
      const collected = await collectOne(provider, options);
      done.set(provider.domain, collected);
      onProgress?.(`${done.size} of ${providers.length}  ${provider.domain}: ${collected.outcome}`);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, atOnce) }, work));
  const left = await unlisted(folder, providers);
  if (!dryRun) for (const name of left) await removeKept(folder, name);
  return [
    ...providers.flatMap(({ domain }) => done.get(domain) ?? []),
    ...left.map((name): Collected => {
      const lines = ['is no longer in providers.json: its facts are no longer used'];
      return { domain: name, outcome: 'withdrawn', lines, difference: differenceOf(null, null) };
    }),
  ];
}

async function collectOne(provider: Provider, options: CollectOptions): Promise<Collected> {
  const { domain } = provider;
  const { folder, records, now, dryRun = false, allowLocal = false, timeoutMs } = options;
  const kept = await readKept(folder, domain);
  const faults = listFaults(provider, records);
  if (faults.length > 0) return { domain, outcome: 'refused', lines: faults, difference: differenceOf(null, null) };
  const etag = kept?.file ? (kept.evidence.etag ?? null) : null;
  const fetched = await fetchFile(domain, { allowLocal, etag, ...(timeoutMs !== undefined && { timeoutMs }) });
  const judged = judge(fetched, provider, kept, options);
  const at = new Date(now).toISOString();
  if (!dryRun) await writeKept(folder, evidenceAfter(judged, domain, kept, at), judged.bytes);
  const { outcome, lines, difference } = judged;
  return { domain, outcome, lines, difference };
}

interface Judged extends Omit<Collected, 'domain'> {
  readonly bytes: Buffer | null;
  readonly etag: string | null;
  readonly proof: string;
  readonly centers: Evidence['centers'];
}

function judge(fetched: Fetched, provider: Provider, kept: Kept | null, options: CollectOptions): Judged {
  const before = kept?.file ? { file: kept.file, placed: kept.evidence.centers } : null;
  const unchanged = differenceOf(before, before);
  const stay = { bytes: null, etag: null, proof: kept?.evidence.proof ?? '', centers: kept?.evidence.centers ?? [] };
  const keep = (outcome: Outcome, lines: readonly string[], difference = unchanged): Judged => ({
    ...{ outcome, lines, difference },
    ...stay,
  });
  if (fetched.kind === 'failed') return keep('failed', [`${fetched.why}${sinceText(kept)}`]);
  if (fetched.kind === 'withdrawn') {
    const difference = differenceOf(before, null);
    return { ...keep('withdrawn', ['answered 410: all its facts are withdrawn'], difference), centers: [] };
  }
  const bytes = fetched.kind === 'same' ? null : fetched.bytes;
  // Even an unchanged edition is matched again, because the list of providers or the listings may have changed since.
  const edition = bytes === null ? kept?.file : readEdition(bytes, provider.domain, options.now);
  if (edition === undefined || edition === null) return keep('failed', ['answered 304 although nothing is kept']);
  if (Array.isArray(edition)) return keep('refused', edition);
  const { file } = 'file' in edition ? edition : { file: edition };
  const placing = placeCenters(file, provider, options.records);
  const difference = differenceOf(before, { file, placed: placing.placed });
  if (placing.foreign.length > 0) return keep('held', placing.foreign, difference);
  if (isSuddenLoss(difference) && options.allowDrop !== true)
    return keep(
      'held',
      [`${difference.lost.length} of ${difference.before} facts would go. If that is right, pass --allow-drop`],
      difference,
    );
  const centers = centersOf(placing.placed, kept);
  const merged = conflictsOf(file, provider, centers, options);
  if (merged.faults.length > 0) return keep('refused', merged.faults, difference);
  const isKnown = bytes === null || sha256Of(bytes) === kept?.evidence.sha256;
  return {
    outcome: isKnown ? 'unchanged' : 'read',
    lines: [...placing.left, ...merged.lines],
    difference,
    bytes: isKnown && before !== null ? null : bytes,
    etag: fetched.kind === 'file' ? fetched.etag : (kept?.evidence.etag ?? null),
    proof: proofOf(provider.domain, placing),
    centers: merged.centers,
  };
}

const sinceText = (kept: Kept | null): string =>
  kept?.file ? `; the edition of ${kept.file.updated} stays, read last on ${kept.evidence.readAt}` : '';

/** Parses an edition and checks it. Returns the edition, or the reasons why it is not accepted. */
function readEdition(bytes: Buffer, domain: string, now: number) {
  const today = new Date(now).toISOString().slice(0, 'yyyy-mm-dd'.length);
  const { file, faults } = checkProvider(`https://${domain}${PROVIDER_PATH}`, bytes, today);
  if (file === null) {
    const more = faults.length > MOST_FAULTS ? [`and ${faults.length - MOST_FAULTS} more faults`] : [];
    return [...faults.slice(0, MOST_FAULTS).map(describeFault), ...more];
  }
  const misplaced = hostFault(file, new URL(`https://${domain}${PROVIDER_PATH}`));
  return misplaced === null ? { file } : [misplaced];
}

/** A center that an earlier edition was matched to keeps that match. */
const centersOf = (placed: readonly Placed[], kept: Kept | null): Evidence['centers'] =>
  placed.map((one) => {
    const before = kept?.evidence.centers.find(({ says, center }) => says === one.says && center === one.center);
    return { ...one, offerings: before?.offerings ?? {} };
  });

/**
 * Tries to merge each center of the file into its listing: finds the offering of each program, and lists where listing
 * and provider differ.
 */
function conflictsOf(
  file: NonNullable<Kept['file']>,
  { domain }: Provider,
  centers: Evidence['centers'],
  { records, now }: CollectOptions,
): { readonly centers: Evidence['centers']; readonly lines: readonly string[]; readonly faults: readonly string[] } {
  const byId = new Map(records.map((record) => [record.center.id, record]));
  const today = new Date(now).toISOString().slice(0, 'yyyy-mm-dd'.length);
  const lines: string[] = [];
  const faults: string[] = [];
  const decided = centers.map((one) => {
    const [record, word] = [byId.get(one.center), wordOf(file, { host: domain, readOn: today }, one)];
    if (record === undefined || word === null) return one;
    try {
      const { conflicts, offerings } = mergeProvider(record, word, today);
      lines.push(
        ...conflicts.map(
          ({ center, offering, fact, listing, listedOn, provider, statedOn, shown }) =>
            `differs: ${offering || center} ${fact}: listing ${JSON.stringify(listing)} (${listedOn}), ` +
            `provider ${JSON.stringify(provider)} (${statedOn}); shown: ${shown === 'both' ? 'the listing’s, until an editor decides' : shown}`,
        ),
      );
      return { ...one, offerings: { ...one.offerings, ...offerings } };
    } catch (error) {
      if (!(error instanceof MergeError)) throw error;
      faults.push(error.message);
      return one;
    }
  });
  return { centers: decided, lines, faults };
}

function proofOf(domain: string, { placed }: Placing): string {
  const by = (how: Placed['by']) => placed.filter((one) => one.by === how).length;
  return (
    `Proved: ${domain} served the file by itself, and organization.website is on the same host. ${by('list')} of its centers are ` +
    `on our list for this domain, ${by('website')} have a listing that names this website. ` +
    'Not proved: who wrote the file, and that what it says is true.'
  );
}

function evidenceAfter(judged: Judged, domain: string, kept: Kept | null, at: string): Evidence {
  const { outcome, lines, bytes, etag, proof, centers } = judged;
  const before = kept?.evidence;
  const lastTry = { at, outcome: [outcome, ...lines].join('; ').slice(0, 2_000) };
  const url = `https://${domain}${PROVIDER_PATH}`;
  const nothing = { fetchedAt: null, sha256: null, etag: null, readAt: null };
  const base = { format: 'provider-evidence/1', host: domain, url, lastTry } as const;
  if (outcome === 'withdrawn')
    return { ...base, ...nothing, state: 'withdrawn', failingSince: null, proof: '', centers: [] };
  if (!isWell(judged)) {
    const { fetchedAt = null, sha256 = null, etag: tag = null, readAt = null, state = 'current' } = before ?? {};
    const failingSince = before?.failingSince ?? at;
    return { ...base, ...{ state, fetchedAt, sha256, etag: tag, readAt, failingSince, proof, centers } };
  }
  const edition =
    bytes === null
      ? { fetchedAt: before?.fetchedAt ?? at, sha256: before?.sha256 ?? null }
      : { fetchedAt: at, sha256: sha256Of(bytes) };
  return { ...base, state: 'current', ...edition, etag, readAt: at, failingSince: null, proof, centers };
}

/** Finds the names of stored files whose sites are no longer on the list. */
async function unlisted(folder: string, providers: readonly Provider[]): Promise<string[]> {
  const files = await readdir(join(folder, 'providers')).catch((error) => {
    if (error?.code === 'ENOENT') return [];
    throw error;
  });
  const known = new Set(providers.map(({ domain }) => keptName(domain)));
  return files
    .filter((file) => file.endsWith('.evidence.json'))
    .map((file) => file.slice(0, -'.evidence.json'.length))
    .filter((name) => !known.has(name))
    .sort();
}

/** Formats the printed report of a collection. */
export function describeCollected(all: readonly Collected[], dryRun: boolean): string {
  const lines = all.flatMap(({ domain, outcome, lines: own, difference }) => {
    const { gained, lost, changed, same } = difference;
    const counts = `facts +${gained.length} -${lost.length} ~${changed.length} =${same}`;
    return [`${domain}: ${outcome}, ${counts}`, ...own.map((line) => `  ${line}`), ...differenceLines(difference)];
  });
  const count = (outcome: Outcome) => all.filter((one) => one.outcome === outcome).length;
  const outcomes: readonly Outcome[] = ['read', 'unchanged', 'withdrawn', 'failed', 'refused', 'held'];
  const sum = outcomes.map((outcome) => `${outcome} ${count(outcome)}`).join(' + ');
  return [...lines, `providers ${all.length} = ${sum}${dryRun ? '; dry run, nothing was written' : ''}`, ''].join('\n');
}
