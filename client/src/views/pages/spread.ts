/** A name on a picture: its middle, and the room that it takes, in pixels. */
export interface Box {
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
}

const rounds = 120;

/**
 * Stretches boxes over a surface and pushes those apart that cover each other, where there is room. Changes the middles
 * in place; the same boxes always come to stand in the same places.
 */
export function spread(boxes: readonly Box[], surface: { readonly width: number; readonly height: number }): void {
  stretch(boxes, 'x', 'width', surface.width);
  stretch(boxes, 'y', 'height', surface.height);
  for (let round = 0; round < rounds; round += 1) {
    let isClear = true;
    boxes.forEach((one, at) => {
      for (const other of boxes.slice(at + 1)) if (part(one, other)) isClear = false;
    });
    for (const box of boxes) {
      box.x = clamp(box.x, box.width / 2, surface.width - box.width / 2);
      box.y = clamp(box.y, box.height / 2, surface.height - box.height / 2);
    }
    if (isClear) return;
  }
}

function stretch(boxes: readonly Box[], axis: 'x' | 'y', side: 'width' | 'height', length: number): void {
  const low = Math.min(...boxes.map((box) => box[axis]));
  const high = Math.max(...boxes.map((box) => box[axis]));
  for (const box of boxes) {
    const room = length - box[side];
    box[axis] = box[side] / 2 + (high === low ? room / 2 : ((box[axis] - low) / (high - low)) * room);
  }
}

/** Moves two boxes apart along the shorter way; whether they covered each other. */
function part(one: Box, other: Box): boolean {
  const across = (one.width + other.width) / 2 - Math.abs(one.x - other.x);
  const down = (one.height + other.height) / 2 - Math.abs(one.y - other.y);
  if (across <= 0 || down <= 0) return false;
  const axis = across < down ? 'x' : 'y';
  const step = (Math.min(across, down) / 2 + 0.5) * (one[axis] <= other[axis] ? -1 : 1);
  one[axis] += step;
  other[axis] -= step;
  return true;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
