import type { View } from '../text/view';
import type { Candidate } from './line-facts';
import { orgOfHolder, type KnownOffices, type Office, type OfficeInput } from './office-links';
import { joinIds } from './places';
import { isValueType, type DocumentProfile, type Value } from './types';
import { normalizeMark, type DateTrail } from './value-trail';

/** A mark with what it stands for. */
export interface LinkedMark extends Candidate {
  readonly entity?: string;
  readonly normal?: Value;
  readonly org?: string;
  readonly holder?: string;
}

/** What the document tells the links of a line. */
export interface LinkContext extends OfficeInput {
  readonly known: KnownOffices;
  readonly profile: DocumentProfile;
}

/** Gives every mark of a line its entity or value, every office its organisation and holders. */
export function linkLine(
  view: View,
  marks: readonly Candidate[],
  offices: readonly Office[],
  context: LinkContext,
  before: DateTrail,
): { readonly marks: readonly LinkedMark[]; readonly trail: DateTrail } {
  const officeAt = new Map(offices.map((office) => [office.mark, office]));
  let trail = before;
  let lastOrg: string | undefined;
  const linked = marks.map((mark, at): LinkedMark => {
    if (isValueType(mark.type)) {
      const { value, trail: after } = normalizeMark(mark, view.text, context.profile, trail);
      trail = after;
      return value === undefined ? mark : { ...mark, normal: value };
    }
    const key = view.text.slice(mark.start, mark.end);
    const entity = context.identifier.idOf(key, mark.type, context.home);
    const office = officeAt.get(at);
    if (office === undefined) {
      if (mark.type === 'ORGANISATION') lastOrg = entity;
      return { ...mark, entity };
    }
    const org = office.org ?? orgOfHolder(office, context.known) ?? lastOrg;
    if (org !== undefined) lastOrg = org;
    const holder = joinIds(office.holders);
    const unique = context.tables.lexicon
      .formsOf(key)
      .some((form) => form.entry.type === 'POSITION' && form.standing === 'sure');
    return {
      ...mark,
      entity: unique ? entity : `R-${(org ?? 'O-').slice(2)}:${office.title}`,
      ...(org === undefined ? {} : { org }),
      ...(holder === '' ? {} : { holder }),
    };
  });
  return { marks: linked, trail };
}
