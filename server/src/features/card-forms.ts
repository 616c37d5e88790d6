import type { Mention } from '../analysis/types';
import { preferredForm, type Concept } from '../lexicon/glossary';
import { convertName, convertText, type Region } from './conversion';
import { oneToMany } from './conversion-words';
import type { Host } from './host';

export interface CardForm {
  readonly regions: readonly Region[];
  readonly form: string;
  /** `known`: from the glossary or from documents; `converted`: made by conversion. */
  readonly source: 'known' | 'converted';
  /** Why it differs from the document's own form; absent for that form itself. */
  readonly why?: 'character' | 'phrase' | 'wording';
  /** What else the conversion could have made. */
  readonly alternatives?: readonly string[];
}

/**
 * The forms of a mention's name by region: the glossary's, else those of documents, else converted ones; a personal name is
 * never converted (`nameKept`). `region` is the document's.
 */
export async function formsOf(
  host: Host,
  region: Region,
  {
    mention,
    name,
    concept,
  }: { readonly mention: Mention; readonly name: string; readonly concept: Concept | undefined },
): Promise<{ readonly forms: readonly CardForm[]; readonly nameKept: boolean }> {
  const { fold } = host.knowledge;
  if (concept !== undefined) return { forms: glossaryForms(concept, region, fold), nameKept: false };
  const other = findOtherScript(host, mention, name);
  if (other !== undefined) {
    const pair: readonly RegionForm[] = [
      { region: region === 'cn' ? 'hk' : region, form: region === 'cn' ? other : name, source: 'known' },
      { region: 'cn', form: region === 'cn' ? name : other, source: 'known' },
    ];
    return { forms: joinForms(pair, name, fold), nameKept: false };
  }
  const clean = mention.surface.length === mention.folded.length ? name : mention.folded;
  if (mention.type === 'PERSON') {
    // 林建岳 must not become 林建嶽: a personal name is shown in another script only where documents have it.
    return { forms: [], nameKept: region === 'cn' || fold(clean) !== clean };
  }
  const forms = regions.map(async (to): Promise<RegionForm> => {
    const form = await convertText(clean, region, to);
    if (to === region) return { region: to, form, source: 'known' };
    const otherwise = region === 'cn' && to !== 'cn' ? await convertName(clean, to) : form;
    return { region: to, form, source: 'converted', alternatives: otherwise === form ? [] : [otherwise] };
  });
  return { forms: joinForms(await Promise.all(forms), clean, fold), nameKept: false };
}

interface RegionForm {
  readonly region: Region;
  readonly form: string;
  readonly source: CardForm['source'];
  readonly alternatives?: readonly string[];
}

/** Forms by region, joined where regions agree; nothing when all agree. Each says why it is not `own`. */
function joinForms(byRegion: readonly RegionForm[], own: string, fold: (text: string) => string): readonly CardForm[] {
  const forms = new Map<string, CardForm>();
  for (const { region, form, source, alternatives } of byRegion) {
    const known = forms.get(form);
    forms.set(form, {
      form,
      regions: [...(known?.regions ?? []), region],
      source: known?.source === 'known' ? 'known' : source,
      ...(form === own ? {} : { why: reasonOf(form, own, fold) }),
      ...(alternatives === undefined || alternatives.length === 0 ? {} : { alternatives }),
    });
  }
  return forms.size < 2 ? [] : [...forms.values()];
}

/** Another word, the same characters in another shape, or a character that only the word decides (后 → 後, not 后). */
function reasonOf(form: string, own: string, fold: (text: string) => string): NonNullable<CardForm['why']> {
  if (fold(form) !== fold(own)) return 'wording';
  return [...own].some((character, at) => oneToMany.has(character) && character !== form[at]) ? 'phrase' : 'character';
}

/** The forms of a concept by region. */
export function glossaryForms(concept: Concept, region: Region, fold: (text: string) => string): readonly CardForm[] {
  const forms = regions.map((each): RegionForm => ({
    region: each,
    form: preferredForm(concept, each),
    source: 'known',
  }));
  return joinForms(forms, preferredForm(concept, region), fold);
}

const regions = ['hk', 'tw', 'cn'] as const;

/** The same name in the other script, if documents of the index have it. */
export function findOtherScript(host: Host, mention: Mention, name: string): string | undefined {
  if (mention.entity === undefined) return undefined;
  const { fold } = host.knowledge;
  const key = fold(name);
  return host.workspace.index
    .thing(mention.entity)
    ?.forms.find(({ surface }) => surface !== name && fold(surface) === key)?.surface;
}
