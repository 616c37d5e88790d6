import assert from 'node:assert/strict';
import en from '../../server/data/messages.en.json';
import zhCn from '../../server/data/messages.zh-cn.json';
import zhTw from '../../server/data/messages.zh-tw.json';
import { chooseLocale, createTranslate } from '../../server/src/features/messages';
import { countScripts } from '../../server/src/text/script';
import { scriptTable } from '../support/tables';

const placesOf = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/gu)].map(([place]) => place).sort();

describe('messages of the server', () => {
  for (const [name, catalogue] of Object.entries({ 'zh-tw': zhTw, 'zh-cn': zhCn })) {
    it(`are all there in ${name}, with the same places`, () => {
      assert.deepEqual(Object.keys(catalogue), Object.keys(en));
      for (const [key, text] of Object.entries(en)) {
        assert.deepEqual(placesOf(catalogue[key as keyof typeof en]), placesOf(text), key);
      }
    });
  }
  it('are translated', () => {
    for (const [key, text] of Object.entries(en)) {
      if (/\p{L}{3}/u.test(text)) assert.notEqual(zhTw[key as keyof typeof en], text, key);
    }
  });
  it('keep to one script each', () => {
    for (const text of Object.values(zhTw)) assert.equal(countScripts(text, scriptTable).simplified, 0, text);
    for (const text of Object.values(zhCn)) assert.equal(countScripts(text, scriptTable).traditional, 0, text);
  });
  it('leave a place without a value as it is', () => {
    assert.equal(createTranslate('en')('bound.gt', {}), 'more than {value}');
  });
  it('choose 繁體 for Hong Kong, Macao, Taiwan and Hant, English for what is not Chinese', () => {
    assert.deepEqual(['zh-TW', 'zh-hk', 'zh-Hant-MO', 'zh-cn', 'zh', 'fr', undefined].map(chooseLocale), [
      'zh-tw',
      'zh-tw',
      'zh-tw',
      'zh-cn',
      'zh-cn',
      'en',
      'en',
    ]);
  });
});
