import type { FromPage, ToPage } from './messages';

interface Host {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): Host;

export const host = acquireVsCodeApi();
const texts = JSON.parse(document.body.dataset['texts'] ?? '{}') as Readonly<Record<string, string>>;

/** A text of the page in the reader's language, with the values of its `{0}` places. */
export function say(key: string, ...values: readonly (string | number)[]): string {
  return (texts[key] ?? key).replace(/\{(\d)\}/gu, (_, at: string) => String(values[Number(at)] ?? ''));
}

/** Hears the extension out; only its window can speak to the page. */
export function listen(hear: (message: ToPage) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    hear(data);
  });
  host.postMessage({ kind: 'ready' });
}

/** An element with text, never with markup: what documents say is text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: { readonly text?: string; readonly className?: string; readonly label?: string } = {},
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (options.text !== undefined) made.textContent = options.text;
  if (options.className !== undefined) made.className = options.className;
  if (options.label !== undefined) made.setAttribute('aria-label', options.label);
  return made;
}

export function button(text: string, press: () => void): HTMLButtonElement {
  const made = element('button', { text });
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

/** A labelled choice; `choose` hears each change. */
export function select(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  value: string,
  choose: (value: string) => void,
): HTMLSelectElement {
  const made = element('select', { label });
  for (const [option, text] of options) made.append(new Option(text, option, false, option === value));
  made.addEventListener('change', () => {
    choose(made.value);
  });
  return made;
}

/** Up, down, Home and End go from one row's button to another's, as they do in a list. */
export function walkWithArrows(body: HTMLElement): void {
  body.addEventListener('keydown', (event) => {
    const buttons = [...body.querySelectorAll<HTMLButtonElement>('button.jump')];
    const at = buttons.findIndex((each) => each === document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    const target = next === undefined ? undefined : buttons[next];
    if (!target) return;
    event.preventDefault();
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
  });
}
