import type { Pixel } from './view.ts';

/** What gestures do with the map. All pixels are relative to the map's top left corner. */
export interface Hand {
  move(dx: number, dy: number): void;
  zoom(factor: number, at: Pixel): void;
  tap(at: Pixel): void;
  hover(at: Pixel | null): void;
}

/** Pixels that a pointer may move before its press counts as a drag: a resting finger moves a little too. */
const STEADY = 5;
/** Zoom per wheel pixel, as an exponent. One notch of a mouse wheel is about 100 pixels. */
const WHEEL_SPEED = 0.0022;
/** Pixels per line: Firefox measures wheel movement in lines. */
const LINE_PIXELS = 20;

/**
 * Converts pointers, wheel and double taps to moves, zooms and taps. One instance per map; it tracks which fingers are
 * down.
 */
export class Gestures {
  readonly #hand: Hand;
  readonly #down = new Map<number, Pixel>();
  #isDragging = false;

  constructor(hand: Hand) {
    this.#hand = hand;
  }

  /** Event listeners for the element that shows the map. */
  get listeners() {
    const { onPointerDown, onPointerMove, onPointerUp, onPointerLeave, onClick, onDblClick, onWheel } = this;
    const onPointerCancel = onPointerUp;
    return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onPointerLeave, onClick, onDblClick, onWheel };
  }

  readonly onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    if (this.#down.size === 0) this.#isDragging = false;
    this.#down.set(event.pointerId, pixelOf(event));
  };

  readonly onPointerMove = (event: PointerEvent): void => {
    const before = this.#down.get(event.pointerId);
    const now = pixelOf(event);
    if (before === undefined) {
      if (event.pointerType === 'mouse') this.#hand.hover(now);
      return;
    }
    const [dx, dy] = [now.x - before.x, now.y - before.y];
    if (!this.#isDragging && Math.hypot(dx, dy) < STEADY) return;
    if (!this.#isDragging) (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#isDragging = true;
    const other = [...this.#down].find(([id]) => id !== event.pointerId)?.[1];
    this.#down.set(event.pointerId, now);
    if (other === undefined) {
      this.#hand.move(dx, dy);
      return;
    }
    // With two fingers, the point between them moves half as far as the finger that moved. The map scales around that
    // point.
    this.#hand.move(dx / 2, dy / 2);
    const apart = Math.hypot(before.x - other.x, before.y - other.y);
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    if (apart > 0) this.#hand.zoom(Math.hypot(now.x - other.x, now.y - other.y) / apart, middle);
  };

  readonly onPointerUp = (event: PointerEvent): void => {
    this.#down.delete(event.pointerId);
  };

  readonly onPointerLeave = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') this.#hand.hover(null);
  };

  /**
   * Selects a marker on click. The browser fires click after pointerup even at the end of a drag, which must select
   * nothing.
   */
  readonly onClick = (event: MouseEvent): void => {
    if (!this.#isDragging) this.#hand.tap(pixelOf(event));
  };

  readonly onDblClick = (event: MouseEvent): void => {
    if (!this.#isDragging) this.#hand.zoom(2, pixelOf(event));
  };

  /**
   * Zooms if Control is pressed, as browsers report it for a pinch on a touchpad, or if the focus is in the map.
   * Otherwise the page scrolls.
   */
  readonly onWheel = (event: WheelEvent): void => {
    const picture = event.currentTarget as Element;
    const isHere = picture.parentElement?.matches(':focus-within') ?? false;
    if (!event.ctrlKey && !event.metaKey && !isHere) return;
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE_PIXELS : event.deltaY;
    // A pinch on a touchpad sends small wheel steps, so they count five times.
    const speed = event.ctrlKey && Math.abs(pixels) < 50 ? WHEEL_SPEED * 5 : WHEEL_SPEED;
    this.#hand.zoom(Math.exp(-pixels * speed), pixelOf(event));
  };
}

function pixelOf(event: MouseEvent): Pixel {
  const box = (event.currentTarget as Element).getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}
