/** An exact decimal number: `units` divided by ten to the power of `scale`. Amounts are never held in floating point. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

export const zero: Decimal = { units: 0n, scale: 0 };

/** Reads plain digits with at most one point, `1350` or `3.82`; separators must be gone. */
export function parseDecimal(digits: string): Decimal {
  const [whole = '0', fraction = ''] = digits.split('.');
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

/** The shortest plain notation: no exponent, no trailing zeros after the point. */
export function formatDecimal({ units, scale }: Decimal): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  if (scale === 0) return sign + digits;
  const fraction = digits.slice(-scale).replace(/0+$/, '');
  return sign + digits.slice(0, -scale) + (fraction === '' ? '' : `.${fraction}`);
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: raise(a, scale) + raise(b, scale), scale };
}

export function multiply(a: Decimal, factor: bigint): Decimal {
  return { units: a.units * factor, scale: a.scale };
}

export function negate(a: Decimal): Decimal {
  return { units: -a.units, scale: a.scale };
}

/** `a` divided by a power of ten. */
export function shiftDown(a: Decimal, places: number): Decimal {
  return { units: a.units, scale: a.scale + places };
}

/** The quotient rounded half up to `places` decimals; `undefined` when the divisor is nought. */
export function divide(a: Decimal, b: Decimal, places: number): Decimal | undefined {
  if (b.units === 0n) return undefined;
  const scale = Math.max(a.scale, b.scale);
  const top = raise(a, scale) * 10n ** BigInt(places) * 2n;
  const bottom = raise(b, scale);
  return { units: (top / bottom + 1n) / 2n, scale: places };
}

/** Negative, nought or positive as `a` is less than, equal to or more than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = raise(a, scale) - raise(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function raise(a: Decimal, scale: number): bigint {
  return a.units * 10n ** BigInt(scale - a.scale);
}
