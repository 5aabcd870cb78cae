const alphabet = '0123456789bcdefghjkmnpqrstuvwxyz';

export interface Point {
  readonly lat: number;
  readonly lng: number;
}

/**
 * The geohash cell that holds a point: halves the world again and again, longitude first, five halvings a letter.
 * A cell owns its southern and western border.
 * @throws RangeError for what is no point of the earth.
 */
export function geohash({ lat, lng }: Point, length: number): string {
  if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 180)) throw new RangeError(`${lat}, ${lng} is no point of the earth`);
  const axes = [
    { value: lng, least: -180, most: 180 },
    { value: lat, least: -90, most: 90 },
  ];
  let cell = '';
  let letter = 0;
  for (let bit = 0; bit < 5 * length; bit += 1) {
    const axis = axes[bit % 2] as (typeof axes)[number];
    const middle = (axis.least + axis.most) / 2;
    const above = axis.value >= middle;
    if (above) axis.least = middle;
    else axis.most = middle;
    letter = letter * 2 + Number(above);
    if (bit % 5 < 4) continue;
    cell += alphabet.charAt(letter);
    letter = 0;
  }
  return cell;
}
