import { InlayHintKind, type InlayHint, type InlayHintParams } from 'vscode-languageserver';
import type { DocumentRequest } from './host';
import { displayValue } from './value-display';

/** Behind an amount of money: what it comes to. Off unless the user wants it. */
export function inlayHints({ host, snapshot, params }: DocumentRequest<InlayHintParams>): InlayHint[] {
  if (!host.settings.inlayHints.amounts || host.settings.hiddenTypes.includes('MONEY')) return [];
  const hints: InlayHint[] = [];
  const last = Math.min(params.range.end.line, snapshot.analysis.lines.length - 1);
  for (let line = Math.max(0, params.range.start.line); line <= last; line += 1) {
    const analyzed = snapshot.analysis.lines[line];
    for (const { type, value, end } of analyzed?.mentions ?? []) {
      if (type !== 'MONEY' || value === undefined || value.norm === 'unknown') continue;
      const shown = displayValue(type, value, host.locale, host.t);
      const label = shown.english ?? shown.plain;
      hints.push({
        position: host.positions.position(analyzed?.text ?? '', line, end),
        label: label.length > longest ? `${label.slice(0, longest)}…` : label,
        tooltip: shown.plain,
        kind: InlayHintKind.Type,
        paddingLeft: true,
      });
    }
  }
  return hints;
}

const longest = 25;
