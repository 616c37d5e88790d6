/** The twelve types of the guideline, in the order in which legends show them. */
export const mentionTypes = [
  'PERSON',
  'POSITION',
  'ORGANISATION',
  'PLACE',
  'EVENT',
  'POLICY',
  'DOCUMENT',
  'DOMAIN',
  'DATE',
  'MONEY',
  'PERCENT',
  'QUANTITY',
] as const;
export type MentionType = (typeof mentionTypes)[number];

export type ValueType = 'DATE' | 'MONEY' | 'PERCENT' | 'QUANTITY';
export type NamingType = Exclude<MentionType, ValueType>;

export function isValueType(type: MentionType): type is ValueType {
  return type === 'DATE' || type === 'MONEY' || type === 'PERCENT' || type === 'QUANTITY';
}
