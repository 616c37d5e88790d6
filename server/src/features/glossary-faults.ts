import type { GlossaryFault } from '../lexicon/glossary';
import type { MessageKey, Translate } from './messages';

/** A fault as one line: file, place and what is wrong. */
export function describeFault(fault: GlossaryFault, t: Translate): string {
  return `${fault.file}:${fault.line}:${fault.column}: ${faultMessage(fault, t)}`;
}

/** What is wrong, without the place. */
export function faultMessage({ kind, detail }: GlossaryFault, t: Translate): string {
  return t(keyOf[kind], { detail });
}

const keyOf: Readonly<Record<GlossaryFault['kind'], MessageKey>> = {
  syntax: 'glossary.syntax',
  'not-a-list': 'glossary.notAList',
  'not-a-mapping': 'glossary.notAMapping',
  'missing-key': 'glossary.missingKey',
  'unknown-key': 'glossary.unknownKey',
  'wrong-type': 'glossary.wrongType',
  'wrong-value': 'glossary.wrongValue',
  'duplicate-id': 'glossary.duplicateId',
  'duplicate-form': 'glossary.duplicateForm',
  'unknown-link': 'glossary.unknownLink',
};
