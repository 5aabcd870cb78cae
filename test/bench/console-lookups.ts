import { loadRecords } from '../../data/records/load.ts';
import { deviceLocator } from '../../functions/device/device-locator.ts';
import { emptyQuery } from '../../web/console/engine/found.ts';
import { lookup } from '../../web/console/engine/lookup.ts';
import { type Source, sourceOf } from '../../web/console/engine/source.ts';
import { firstTexts, warmingTexts } from '../../web/console/engine/warming.ts';
import { downloaded } from '../device/files.ts';
import { NOW, serveRecords } from '../support/real-records.ts';

/**
 * Texts that agents type. Each is looked up once after every letter. Caches only hold what the page itself looks up
 * first.
 */
const texts = [
  ...['iop 602', 'iop 85004', 'cactus', '602 det', 'php scot', 'pima county', 'st lukes', 'new freedom', 'valley hope'],
  ...['lantern bridge phoenix', 'iop community bridges mesa', 'crossroads phoenix', 'salvaton army', 'banner helath'],
  ...['detox medicaid spanish tucson', 'residential teens denver aetna', 'php evening mesa women', 'arizona iop'],
  ...['quiero dejar de beber phoenix', 'my son needs help with heroin near 85281', '1520 E Pima St, Tucson, AZ 85719'],
];

/** @returns CPU milliseconds of the lookup after each key, ascending */
export async function lookupTimes(data: string): Promise<readonly { readonly typed: string; readonly ms: number }[]> {
  const { handler } = await serveRecords(await loadRecords(data));
  const source: Source = sourceOf(deviceLocator(await downloaded(handler), () => NOW));
  for (const text of [...firstTexts, ...warmingTexts]) lookup({ ...emptyQuery, text }, source);
  const times: { typed: string; ms: number }[] = [];
  for (const text of texts)
    for (let length = 1; length <= text.length; length += 1) {
      const typed = text.slice(0, length);
      const before = process.cpuUsage();
      lookup({ ...emptyQuery, text: typed }, source);
      const { user, system } = process.cpuUsage(before);
      times.push({ typed, ms: (user + system) / 1_000 });
    }
  return times.sort((a, b) => a.ms - b.ms);
}
