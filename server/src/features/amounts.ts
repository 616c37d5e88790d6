import type { MentionType, Value } from '../analysis/types';
import type { EntityIndex, IndexedMention } from '../workspace/entity-index';
import type { WorkspaceRequest } from './host';
import type { AmountColumn, AmountRow, AmountsParams, Page } from './protocol';
import { pageOf, toMentionRow } from './rows';
import { boundName, displayValue, numberOf } from './value-display';

/** Money, percentages and quantities in the order of the text, or sorted by a column. */
export function listAmounts({ host, params }: WorkspaceRequest<AmountsParams>): Page<AmountRow> {
  const index = host.workspace.freshIndex();
  const types = amountTypes.filter(
    (type) => (params.type ?? type) === type && !host.settings.hiddenTypes.includes(type),
  );
  const amounts = findAmounts(index, types, params.textDocument?.uri);
  const sorted =
    params.sort === undefined || params.sort === 'place' ? amounts : [...amounts].sort(orders[params.sort]);
  return pageOf(params.descending === true ? [...sorted].reverse() : sorted, params, (amount) => {
    const { mention, type, value, about } = amount;
    return {
      ...toMentionRow(host, mention),
      type,
      value,
      display: displayValue(type, value, host.locale, host.t).plain,
      number: value.norm === 'unknown' ? host.t('value.unknown') : numberOf(value),
      unit: unitOf(amount),
      bound: boundName(value, host.t),
      ...(about === undefined ? {} : { about }),
    };
  });
}

type AmountType = AmountRow['type'];
interface Amount {
  readonly mention: IndexedMention;
  readonly type: AmountType;
  readonly value: Value;
  readonly about?: string;
}

const amountTypes: readonly AmountType[] = ['MONEY', 'PERCENT', 'QUANTITY'];
const subjects: readonly MentionType[] = ['PERSON', 'ORGANISATION', 'PLACE', 'EVENT', 'POLICY', 'DOCUMENT'];

const orders: Readonly<Record<Exclude<AmountColumn, 'place'>, (a: Amount, b: Amount) => number>> = {
  value: (a, b) => lowOf(a) - lowOf(b),
  unit: (a, b) => compare(unitOf(a), unitOf(b)) || lowOf(a) - lowOf(b),
  bound: (a, b) => compare(a.value.bound, b.value.bound) || lowOf(a) - lowOf(b),
  about: (a, b) => compare(a.about ?? last, b.about ?? last),
};
/** Sorts behind every name. */
const last = '\uffff';

function findAmounts(index: EntityIndex, types: readonly AmountType[], uri: string | undefined): readonly Amount[] {
  const amounts: Amount[] = [];
  let subject: IndexedMention | undefined;
  for (const mention of index.mentionsOfTypes([...types, ...subjects], uri)) {
    const type = types.find((each) => each === mention.type);
    if (type === undefined) subject = mention;
    else if (mention.value !== undefined) {
      const isNear = subject !== undefined && subject.uri === mention.uri && subject.line === mention.line;
      const about =
        isNear && subject !== undefined
          ? { about: index.lineText(subject.uri, subject.line).slice(subject.start, subject.end) }
          : {};
      amounts.push({ mention, type, value: mention.value, ...about });
    }
  }
  return amounts;
}

/** The lower end as a number; what is not known sorts last. */
function lowOf({ value }: Amount): number {
  const low = Number.parseFloat(value.norm);
  return Number.isNaN(low) ? Number.MAX_VALUE : low;
}

function unitOf({ type, value }: Amount): string {
  if (type === 'PERCENT') return value.unit === 'pp' ? 'pp' : '%';
  return value.currency ?? value.unit ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
