/**
 * Words before and after a name that do not change the place and are never part of a name: "near", "by the", "area",
 * "neighborhood".
 */
const BEFORE =
  /^(?:(?:just\s+)?(?:near|nr|by|around|in|at|from|off|within|outside(?:\s+of)?|(?:close|next)\s+to|the|my|downtown|dwntwn|dwtn|(?:\S+\s+)?side\s+of)(?:\s+|$))+/i;
const AFTER =
  /(?:(?:^|\s+)(?:area|side|neighbou?rhood|nbhd|hood|suburbs?|region|vicinity|metro|outskirts|downtown|dwntwn|dwtn|nearby))+$/i;
/**
 * Words such as "by" and "near" inside the text. What follows them only says where in the place: "burbank by the
 * airport".
 */
const BESIDE = /\s+(?:by|near|close\s+to|next\s+to|off)\s+(?:the\s+)?\S.*$/i;
/** Words for landmarks, which are often named after something other than the town they are in. */
const LANDMARK =
  /\s+(?:boardwalk|pier|beach|waterfront|hospital|medical\s+center|er|campus|college|university|mall|outlets|casino|stadium|fairgrounds|courthouse|(?:train|bus|metro|light\s+rail)\s+station|station|depot|school|library|jail|prison|city|town|village|tribe|nation|reservation)$/i;

const trimmed = (text: string): string => text.trim().replace(/[\s,]+$/, '');

/** Removes weak words from the ends of the text, if there are any. */
export function withoutWeakWords(text: string): string {
  const bare = trimmed(text).replace(BEFORE, '').replace(AFTER, '').replace(BESIDE, '');
  return /[a-z]/i.test(bare) ? trimmed(bare) : text;
}

/**
 * Names of places that a landmark may contain, longest first: "venice beach boardwalk" gives "venice beach" and
 * "venice".
 */
export function namesOfLandmark(text: string): readonly string[] {
  const names: string[] = [];
  for (let rest = trimmed(text); LANDMARK.test(rest); ) {
    rest = rest.replace(LANDMARK, '');
    names.push(rest);
  }
  return names;
}
