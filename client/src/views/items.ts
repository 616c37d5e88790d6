import * as vscode from 'vscode';
import type { EntityRow, MentionRow } from '../../../server/src/features/protocol';
import { alignMention, plain } from './kwic';
import { describePlace } from './places';

/** The icon of each type; types without a codicon of their own take the nearest. */
const icons: Readonly<Record<EntityRow['type'], string>> = {
  PERSON: 'person',
  POSITION: 'briefcase',
  ORGANISATION: 'organization',
  PLACE: 'location',
  EVENT: 'megaphone',
  POLICY: 'law',
  DOCUMENT: 'book',
  DOMAIN: 'tag',
  DATE: 'calendar',
  MONEY: 'credit-card',
  PERCENT: 'pie-chart',
  QUANTITY: 'symbol-numeric',
};

export function iconOf(type: EntityRow['type']): vscode.ThemeIcon {
  return new vscode.ThemeIcon(icons[type]);
}

/** A thing: its name, how often it is mentioned, and its forms for whoever points at it. Text only, never Markdown. */
export function entityItem({ type, name, count, files, forms }: EntityRow): vscode.TreeItem {
  const item = new vscode.TreeItem(plain(name));
  item.iconPath = iconOf(type);
  item.description = String(count);
  const counted = vscode.l10n.t('Mentions: {0}. Files: {1}.', count, files);
  item.tooltip = [plain(name), counted, ...forms.map((form) => `${plain(form.surface)}  ${form.count}`)].join('\n');
  item.accessibilityInformation = { label: `${plain(name)}. ${counted}` };
  item.contextValue = 'meipi.entity';
  return item;
}

/** A mention in context, aligned with its neighbours; a click leads there. */
export function mentionItem(mention: MentionRow): vscode.TreeItem {
  const { label, start, end } = alignMention(mention);
  const where = describePlace(mention);
  const sentence = plain(mention.before + mention.surface + mention.after).trim();
  const item = new vscode.TreeItem({ label, highlights: [[start, end]] });
  item.description = `${where.slice(where.lastIndexOf('/') + 1)}`;
  item.tooltip = `${sentence}\n${where}`;
  item.accessibilityInformation = { label: `${sentence}. ${where}` };
  item.contextValue = 'meipi.mention';
  item.command = {
    command: 'meipi.views.open',
    title: vscode.l10n.t('Open'),
    arguments: [{ uri: mention.uri, range: mention.range }],
  };
  return item;
}

/** A heading over other rows. */
export function groupItem(label: string, count: number, spoken: string, icon: vscode.ThemeIcon): vscode.TreeItem {
  const item = new vscode.TreeItem(plain(label));
  item.iconPath = icon;
  item.description = String(count);
  item.accessibilityInformation = { label: `${plain(label)}. ${spoken}` };
  return item;
}
