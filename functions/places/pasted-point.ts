// Pattern of a number of degrees: "33.4484", "-112.074°", "33° 26' 54.2\"". A compass letter may come before or after
// it.
const NUMBER = String.raw`[-+−]?\d{1,3}(?:\.\d+)?`;
const MINUTES = String.raw`(?:\s*\d{1,2}(?:\.\d+)?\s*['′’](?:\s*\d{1,2}(?:\.\d+)?\s*(?:["″”]|''))?)`;
const DEGREES = String.raw`(?:${NUMBER}\s*°${MINUTES}?|${NUMBER})`;
const LAT = String.raw`(?:lat(?:itude)?\s*[:=]?\s*)?(?:[NS]\s*)?${DEGREES}(?:\s*[NS](?![a-z]))?`;
const LNG = String.raw`(?:(?:lng|lon|long|longitude)\s*[:=]?\s*)?(?:[EW]\s*)?${DEGREES}(?:\s*[EW](?![a-z]))?`;

/** A number with a comma for thousands. It is not two coordinates: "within 1,000 miles". */
const THOUSANDS = String.raw`\d{1,3}(?:,\d{3})+(?![\d.])`;
/**
 * Coordinates as maps and phones copy them, inside a longer text. Without a comma between them, each needs two
 * decimals, a degree sign or a compass letter.
 */
export const PASTED_POINT = String.raw`(?!${THOUSANDS})${LAT}\s*,\s*${LNG}|${LAT}(?<=[NS°'"′″’”]\s*|\.\d{2,})\s+${LNG}(?<=[EW°'"′″’”]|\.\d{2,})`;
const WHOLE = new RegExp(String.raw`^(?:geo:|@)?\s*[([]?\s*(${LAT})\s*(?:,\s*|\s)(${LNG})\s*[)\]]?([;?,].*)?$`, 'i');
const PARTS = /([-+−]?\d+(?:\.\d+)?)/g;

/**
 * Reads pasted coordinates as decimal degrees: `["33.4484", "-112.0740"]`. Does not check their range.
 * Null for any other text.
 */
export function pastedPoint(text: string): readonly [lat: string, lng: string] | null {
  const read = WHOLE.exec(text.trim());
  if (read?.[1] === undefined || read[2] === undefined) return null;
  const isGeo = /^(?:geo:|@)/i.test(text.trim());
  // Text after the two coordinates, such as a third number, is only allowed after "geo:" and "@": "@33.4,-112.0,15z".
  if (!isGeo && read[3] !== undefined) return null;
  const [lat, lng] = [decimal(read[1]), decimal(read[2])];
  return lat === null || lng === null ? null : [lat, lng];
}

function decimal(text: string): string | null {
  const parts = [...text.matchAll(PARTS)].map(([part]) => part.replace('−', '-'));
  const [degrees, minutes = '0', seconds = '0'] = parts;
  if (degrees === undefined || parts.length > 3 || Number(minutes) >= 60 || Number(seconds) >= 60) return null;
  const isSouthOrWest = /[SW]/i.test(text.replace(/lat(?:itude)?|long?(?:itude)?|lng/gi, ''));
  if (isSouthOrWest && Number(degrees) < 0) return null;
  const sign = isSouthOrWest ? '-' : '';
  if (parts.length === 1) return `${sign}${degrees}`;
  const size = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3600;
  return `${sign === '-' || degrees.startsWith('-') ? '-' : ''}${Number(size.toFixed(6))}`;
}
