import assert from 'node:assert/strict';
import { spread, type Box } from '../../client/src/views/pages/spread';

const surface = { width: 600, height: 400 };
const boxesAt = (...places: readonly (readonly [number, number])[]): Box[] =>
  places.map(([x, y]) => ({ x, y, width: 60, height: 30 }));
const covers = (one: Box, other: Box): boolean =>
  Math.abs(one.x - other.x) < (one.width + other.width) / 2 - 0.01 &&
  Math.abs(one.y - other.y) < (one.height + other.height) / 2 - 0.01;

describe('names on a picture', () => {
  it('are pushed apart where they cover each other', () => {
    const boxes = boxesAt([0, 0], [1, 1], [2, 0], [3, 3], [100, 100], [101, 99], [100, 100]);
    spread(boxes, surface);
    boxes.forEach((one, at) => {
      for (const other of boxes.slice(at + 1)) assert.ok(!covers(one, other), JSON.stringify([one, other]));
    });
  });

  it('stay on the surface and fill it', () => {
    const boxes = boxesAt([-5000, 3], [9000, -7], [40, 900]);
    spread(boxes, surface);
    assert.deepEqual([Math.min(...boxes.map(({ x }) => x)), Math.max(...boxes.map(({ x }) => x))], [30, 570]);
    assert.deepEqual([Math.min(...boxes.map(({ y }) => y)), Math.max(...boxes.map(({ y }) => y))], [15, 385]);
  });

  it('stand in the middle when there is but one', () => {
    const [box] = boxesAt([7, 7]);
    assert.ok(box);
    spread([box], surface);
    assert.deepEqual([box.x, box.y], [300, 200]);
  });
});
