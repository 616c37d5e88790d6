import type { Conversion, ConversionChoice } from '../../../server/src/features/protocol';

/** The same choice wherever it stands in a conversion. */
export interface ChoiceGroup {
  readonly why: ConversionChoice['why'];
  readonly from: string;
  /** What it becomes as things stand. */
  readonly to: string;
  /** What else it could become. */
  readonly alternatives: readonly string[];
  readonly places: readonly ConversionChoice[];
}

const order: readonly ConversionChoice['why'][] = ['name-kept', 'regional-wording', 'ambiguous-character'];

/** Choices that are the same, together: names first, then words, then characters, each in the order of the text. */
export function groupChoices(choices: readonly ConversionChoice[]): readonly ChoiceGroup[] {
  const groups = new Map<string, ConversionChoice[]>();
  for (const choice of choices) {
    const key = `${order.indexOf(choice.why)} ${choice.from} ${choice.to}`;
    groups.set(key, [...(groups.get(key) ?? []), choice]);
  }
  return [...groups]
    .flatMap(([, [first, ...others]]): ChoiceGroup[] => {
      if (first === undefined) return [];
      const { why, from, to, alternatives } = first;
      return [{ why, from, to, alternatives, places: [first, ...others] }];
    })
    .sort((a, b) => order.indexOf(a.why) - order.indexOf(b.why));
}

/**
 * The converted text with other choices: what each group of `chosen` is to become. A place that lies within one that was
 * chosen before it is left alone.
 */
export function applyChoices({ text }: Conversion, chosen: ReadonlyMap<ChoiceGroup, string>): string {
  const changes = [...chosen]
    .flatMap(([{ places }, form]) => places.map(({ offset, to }) => ({ offset, to, form })))
    .filter(({ to, form }) => to !== form)
    .sort((a, b) => a.offset - b.offset || b.to.length - a.to.length);
  let out = '';
  let at = 0;
  for (const { offset, to, form } of changes) {
    if (offset < at) continue;
    out += text.slice(at, offset) + form;
    at = offset + to.length;
  }
  return out + text.slice(at);
}
