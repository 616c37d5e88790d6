import * as vscode from 'vscode';
import type { ViewScope } from './scope';

/** Typing is followed at this distance. */
const pause = 150;

/** The filter box of the entities: the view follows what is typed; Escape gives back what was there before. */
export function showFilterBox(scope: ViewScope): void {
  const before = scope.filter;
  const box = vscode.window.createInputBox();
  box.title = vscode.l10n.t('Filter Entities');
  box.placeholder = vscode.l10n.t('Part of a name, pinyin, initials or Jyutping');
  box.value = before;
  let timer: NodeJS.Timeout | undefined;
  let isAccepted = false;
  box.onDidChangeValue((value) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      scope.choose({ filter: value.trim() });
    }, pause);
  });
  box.onDidAccept(() => {
    isAccepted = true;
    clearTimeout(timer);
    if (box.value.trim() !== scope.filter) scope.choose({ filter: box.value.trim() });
    box.hide();
    void vscode.commands.executeCommand('meipi.entities.focus');
  });
  box.onDidHide(() => {
    clearTimeout(timer);
    if (!isAccepted && scope.filter !== before) scope.choose({ filter: before });
    box.dispose();
  });
  box.show();
}
