import type { DocumentSummary, Draft, RelatedPlace, RuleContext, SummarizedForm } from './types';

/** A form of a name with what it names, here or in another document. */
export interface Named {
  readonly form: SummarizedForm;
  readonly id: string;
  readonly type: string;
  /** Absent: this document. */
  readonly document?: string;
}

/** All forms of a document's summary, each with its entity. */
export function formsOf(summary: DocumentSummary, document?: string): readonly Named[] {
  return summary.entities.flatMap(({ id, type, forms }) =>
    forms.map((form) => ({ form, id, type, ...(document === undefined ? {} : { document }) })),
  );
}

/** Whether the first occurrence of `a` stands before that of `b`; both in one document. */
export function standsBefore(a: SummarizedForm, b: SummarizedForm): boolean {
  return a.place.line < b.place.line || (a.place.line === b.place.line && a.place.start < b.place.start);
}

/** Tells that `form` is also spelt as `other` is, in `document` if that is another one. */
export function variantDraft(
  form: SummarizedForm,
  other: SummarizedForm,
  document: string | undefined,
  say: RuleContext['say'],
): Draft {
  const related: RelatedPlace = {
    place: other.place,
    message: say('name-variant.other', { other: other.surface }),
    ...(document === undefined ? {} : { document }),
  };
  return {
    place: form.place,
    message: say('name-variant.found', { actual: form.surface, other: other.surface }),
    related: [related],
  };
}

/** 第十(八)次会议: what differs by a number is another one of its kind, not another spelling. */
export function isNumbered(difference: string): boolean {
  return /[\d〇零一二两三四五六七八九十百千届第次]/u.test(difference);
}
