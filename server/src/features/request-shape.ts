/**
 * What is wrong with the shape of a request's parameters, for the keys that features take for granted, or `undefined`. A
 * client that sends a word where a number belongs learns so, instead of getting an answer about some other place.
 */
export function faultOfParams(params: unknown): string | undefined {
  if (params === undefined || params === null) return undefined;
  if (!isObject(params)) return 'parameters by name are expected';
  for (const [key, { isRight, expected }] of Object.entries(shapes)) {
    const value = Object.hasOwn(params, key) ? params[key] : undefined;
    if (value !== undefined && !isRight(value)) return `${key} must be ${expected}`;
  }
  return undefined;
}

interface Shape {
  readonly isRight: (value: unknown) => boolean;
  readonly expected: string;
}

const shapes: Readonly<Record<string, Shape>> = {
  textDocument: { isRight: (value) => isObject(value) && typeof value['uri'] === 'string', expected: 'a document' },
  position: { isRight: isPosition, expected: 'a position' },
  positions: { isRight: (value) => Array.isArray(value) && value.every(isPosition), expected: 'a list of positions' },
  range: { isRight: isRange, expected: 'a range' },
  newName: { isRight: isString, expected: 'text' },
  query: { isRight: isString, expected: 'text' },
  previousResultId: { isRight: (value) => value === null || isString(value), expected: 'text' },
  previousResultIds: { isRight: Array.isArray, expected: 'a list' },
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}

function isPosition(value: unknown): boolean {
  return isObject(value) && Number.isInteger(value['line']) && Number.isInteger(value['character']);
}

function isRange(value: unknown): boolean {
  return isObject(value) && isPosition(value['start']) && isPosition(value['end']);
}
