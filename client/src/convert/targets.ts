import * as vscode from 'vscode';
import type { ConvertParams } from '../../../server/src/features/protocol';

export type Target = ConvertParams['to'];

/** What a target is called in titles and lists. */
export function labelOf(target: Target): string {
  switch (target) {
    case 'hk':
      return vscode.l10n.t('Traditional, Hong Kong');
    case 'tw':
      return vscode.l10n.t('Traditional, Taiwan');
    case 'cn':
      return vscode.l10n.t('Simplified');
  }
}

/** Asks into what to convert. */
export async function pickTarget(title: string): Promise<Target | undefined> {
  const items = (['hk', 'tw', 'cn'] as const).map((target) => ({ label: labelOf(target), target }));
  return (await vscode.window.showQuickPick(items, { title }))?.target;
}
