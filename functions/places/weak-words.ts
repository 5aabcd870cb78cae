/** Words around a name that leave it the same place: "near", "by the", "area", "neighborhood". None is part of a name. */
const BEFORE =
  /^(?:(?:just\s+)?(?:near|nr|by|around|in|at|from|off|within|outside(?:\s+of)?|(?:close|next)\s+to|the|my|downtown|dwntwn|dwtn|(?:\S+\s+)?side\s+of)(?:\s+|$))+/i;
const AFTER =
  /(?:(?:^|\s+)(?:area|side|neighbou?rhood|nbhd|hood|suburbs?|region|vicinity|metro|outskirts|downtown|dwntwn|dwtn|nearby))+$/i;
/** "burbank by the airport": what follows only tells where in the place. */
const BESIDE = /\s+(?:by|near|close\s+to|next\s+to|off)\s+(?:the\s+)?\S.*$/i;
/** Something in a place, which has a name of its own more often than the place's. */
const LANDMARK =
  /\s+(?:boardwalk|pier|beach|waterfront|hospital|medical\s+center|er|campus|college|university|mall|outlets|casino|stadium|fairgrounds|courthouse|(?:train|bus|metro|light\s+rail)\s+station|station|depot|school|library|jail|prison|city|town|village|tribe|nation|reservation)$/i;

const trimmed = (text: string): string => text.trim().replace(/[\s,]+$/, '');

/** The text without weak words at its ends, or the same text. */
export function withoutWeakWords(text: string): string {
  const bare = trimmed(text).replace(BEFORE, '').replace(AFTER, '').replace(BESIDE, '');
  return /[a-z]/i.test(bare) ? trimmed(bare) : text;
}

/** The name that a landmark is called after, shorter and shorter: "venice beach boardwalk" gives "venice beach" and "venice". */
export function namesOfLandmark(text: string): readonly string[] {
  const names: string[] = [];
  for (let rest = trimmed(text); LANDMARK.test(rest); ) {
    rest = rest.replace(LANDMARK, '');
    names.push(rest);
  }
  return names;
}
