import type { Analysis, AnalyzedLine, Mention } from './types';

/**
 * The date of a document without one, borrowed from another that reports the same event: the one says that a dated event,
 * named with its year, took place on a certain day; the other that it was yesterday (昨日) or today. Undefined where no
 * such pair stands in one line each, or where pairs disagree. ISO.
 */
export function borrowDate(analysis: Analysis, others: readonly Analysis[]): string | undefined {
  if (analysis.profile.date !== undefined) return undefined;
  const dates = new Set<string>();
  for (const line of analysis.lines) {
    for (const event of datedEvents(line)) {
      const offset = offsetBeside(line, event);
      if (offset === undefined) continue;
      for (const other of others) for (const day of daysOf(other, event)) dates.add(addDays(day, -offset));
    }
  }
  const [only] = dates;
  return dates.size === 1 ? only : undefined;
}

/** Events whose name holds a year, so that they happened once. */
function datedEvents(line: AnalyzedLine): readonly Mention[] {
  return line.mentions.filter(
    ({ type, folded, entity }) => type === 'EVENT' && entity !== undefined && /20\d\d/u.test(folded),
  );
}

/** 昨日, 今日 or 前日 close to the event, in days before today. */
function offsetBeside(line: AnalyzedLine, event: Mention): number | undefined {
  const beside = line.mentions.find(
    ({ type, folded, start, end }) =>
      type === 'DATE' && /^[昨今前][日天]$/u.test(folded) && start - event.end < near && event.start - end < near,
  );
  return beside === undefined ? undefined : { 昨: -1, 今: 0, 前: -2 }[beside.folded.charAt(0)];
}

/** Days on which a document says that the event was: a date to the day close to it. */
function daysOf(analysis: Analysis, event: Mention): readonly string[] {
  return analysis.lines.flatMap((line) =>
    datedEvents(line)
      .filter(({ entity }) => entity === event.entity)
      .flatMap((same) =>
        line.mentions
          .filter(
            ({ type, start, end, value }) =>
              type === 'DATE' &&
              /^\d{4}-\d\d-\d\d$/u.test(value?.norm ?? '') &&
              start - same.end < near &&
              same.start - end < near,
          )
          .map(({ value }) => value?.norm ?? ''),
      ),
  );
}

/** Within as many UTF-16 units a day speaks of an event. */
const near = 20;

function addDays(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
