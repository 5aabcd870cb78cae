/**
 * Words around a name that do not change the place and never belong to a name: "near", "by
 * the", "area", "neighborhood".
 */
const BEFORE =
  /^(?:(?:just\s+)?(?:near|nr|by|around|in|at|from|off|within|outside(?:\s+of)?|(?:close|next)\s+to|the|my|downtown|dwntwn|dwtn|(?:\S+\s+)?side\s+of)(?:\s+|$))+/i;
const AFTER =
  /(?:(?:^|\s+)(?:area|side|neighbou?rhood|nbhd|hood|suburbs?|region|vicinity|metro|outskirts|downtown|dwntwn|dwtn|nearby))+$/i;
/** The words after these only say where in the place, as in "burbank by the airport". */
const BESIDE = /\s+(?:by|near|close\s+to|next\s+to|off)\s+(?:the\s+)?\S.*$/i;
/** Landmarks. They are often named after something other than the town they are in. */
const LANDMARK =
  /\s+(?:boardwalk|pier|beach|waterfront|hospital|medical\s+center|er|campus|college|university|mall|outlets|casino|stadium|fairgrounds|courthouse|(?:train|bus|metro|light\s+rail)\s+station|station|depot|school|library|jail|prison|city|town|village|tribe|nation|reservation)$/i;

const trimmed = (text: string): string => text.trim().replace(/[\s,]+$/, '');

/** Removes weak words from the ends of the text, if there are any. */
export function withoutWeakWords(text: string): string {
  const bare = trimmed(text).replace(BEFORE, '').replace(AFTER, '').replace(BESIDE, '');
  return /[a-z]/i.test(bare) ? trimmed(bare) : text;
}

/**
 * Names that a landmark may be called after, longest first: "venice beach boardwalk" gives "venice beach" and "venice".
 */
export function namesOfLandmark(text: string): readonly string[] {
  const names: string[] = [];
  for (let rest = trimmed(text); LANDMARK.test(rest); ) {
    rest = rest.replace(LANDMARK, '');
    names.push(rest);
  }
  return names;
}
