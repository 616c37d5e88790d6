import assert from 'node:assert/strict';
import type { MentionType, Value } from '../../server/src/analysis/types';
import { createTranslate } from '../../server/src/features/messages';
import { displayValue } from '../../server/src/features/value-display';

const show = (
  type: MentionType,
  value: Partial<Value> & { norm: string },
  locale: 'en' | 'zh-tw' | 'zh-cn' = 'en',
): unknown => displayValue(type, { bound: 'eq', ...value }, locale, createTranslate(locale));

describe('values for readers', () => {
  it('show money with currency and bound, in 億 and in billions', () => {
    assert.deepEqual(show('MONEY', { norm: '6000000000', currency: 'CNY', bound: 'gt' }), {
      plain: 'more than CNY 6,000,000,000',
      chinese: 'more than CNY 60億',
      english: 'more than CNY 6 billion',
    });
  });
  it('follow the reader’s script', () => {
    assert.deepEqual(show('MONEY', { norm: '135000', currency: 'HKD' }, 'zh-cn'), {
      plain: 'HKD 135,000',
      chinese: 'HKD 13.5万',
    });
  });
  it('lose no digit of a long number', () => {
    assert.deepEqual(show('QUANTITY', { norm: '12345678901234567.5' }), {
      plain: '12,345,678,901,234,567.5',
      chinese: '12,345.6789012345675萬億',
      english: '12,345.6789012345675 trillion',
    });
  });
  it('show ranges from end to end', () => {
    assert.deepEqual(show('PERCENT', { norm: '6/8' }), { plain: '6–8%' });
  });
  it('give the weekday of a full date only', () => {
    assert.deepEqual(show('DATE', { norm: '2023-06-26' }), { plain: '2023-06-26', weekday: 'Monday' });
    assert.deepEqual(show('DATE', { norm: '2023-06-26' }, 'zh-tw'), { plain: '2023-06-26', weekday: '星期一' });
    assert.deepEqual(show('DATE', { norm: '2023-06' }), { plain: '2023-06' });
    assert.deepEqual(show('DATE', { norm: '2023-02-31' }), { plain: '2023-02-31' });
  });
  it('say when a value is not known', () => {
    assert.deepEqual(show('DATE', { norm: 'unknown' }), { plain: 'not known from the text' });
  });
});
