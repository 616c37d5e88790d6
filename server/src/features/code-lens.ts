import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { thingOf } from '../workspace/entity-index';
import type { DocumentRequest } from './host';
import { locationOf } from './locations';

/** Above the line that first names a thing: how many mentions there are in how many files. Off unless wanted. */
export function codeLenses({ host, snapshot }: DocumentRequest<CodeLensParams>): CodeLens[] {
  if (!host.settings.codeLens.mentions) return [];
  const index = host.workspace.freshIndex();
  const command = host.client.commands.includes(showMentions) ? showMentions : '';
  const seen = new Set<string>();
  const lenses: CodeLens[] = [];
  snapshot.analysis.lines.forEach(({ text, mentions }, line) => {
    for (const mention of mentions) {
      if (mention.entity === undefined || seen.has(mention.entity) || host.settings.hiddenTypes.includes(mention.type))
        continue;
      seen.add(mention.entity);
      const count = index.countOf(thingOf(mention));
      if (count.mentions < 2) continue;
      const range = host.positions.range(text, line, mention.start, mention.end);
      const title = host.t('lens.mentions', { name: mention.surface, mentions: count.mentions, files: count.files });
      const locations =
        command === ''
          ? []
          : index
              .mentionsOf(thingOf(mention))
              .slice(0, most)
              .map((each) => locationOf(host, each));
      lenses.push({
        range,
        command: { title, command, ...(command === '' ? {} : { arguments: [snapshot.uri, range.start, locations] }) },
      });
    }
  });
  return lenses;
}

/** A command of the client that peeks at locations: (uri, position, locations). */
const showMentions = 'meipi.showMentions';
const most = 1000;
