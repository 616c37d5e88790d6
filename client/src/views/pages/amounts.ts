import type { AmountColumn, AmountRow } from '../../../../server/src/features/protocol';
import type { ShownAmount, ToPage } from './messages';
import { button, element, host, listen, say, select, walkWithArrows } from './page';
import './page.css';
import './amounts.css';

interface State {
  readonly type: AmountRow['type'] | '';
  readonly sort: AmountColumn;
  readonly descending: boolean;
}

const pageSize = 200;
const columns: readonly AmountColumn[] = ['value', 'unit', 'bound', 'about', 'place'];
let state: State = { type: '', sort: 'place', descending: false, ...(host.getState() as Partial<State> | undefined) };
let limit = pageSize;
let number = 0;
let shown: readonly ShownAmount[] = [];
let total = 0;

const status = element('span', { className: 'status' });
status.setAttribute('role', 'status');
const empty = element('p', { className: 'empty', text: say('empty') });
empty.hidden = true;
const scroll = element('div', { className: 'scroll' });
const table = element('table', { label: say('title') });
const head = element('tr');
const body = element('tbody');

build();
listen(hear);

function build(): void {
  const types = (['', 'MONEY', 'PERCENT', 'QUANTITY'] as const).map((type) => [type, say(`type.${type}`)] as const);
  const bar = element('div', { className: 'bar' });
  bar.append(
    select(say('type'), types, state.type, (type) => {
      choose({ type: type as State['type'] });
    }),
    button(say('copy'), () => {
      host.postMessage({ kind: 'copy' });
    }),
    button(say('save'), () => {
      host.postMessage({ kind: 'save' });
    }),
    status,
  );
  for (const column of columns) {
    const cell = element('th', { className: column });
    cell.setAttribute('role', 'columnheader');
    cell.append(
      button(say(column), () => {
        choose({ sort: column, descending: state.sort === column && !state.descending });
      }),
    );
    head.append(cell);
  }
  const top = element('thead');
  top.append(head);
  top.setAttribute('role', 'rowgroup');
  body.setAttribute('role', 'rowgroup');
  head.setAttribute('role', 'row');
  table.setAttribute('role', 'table');
  table.append(top, body);
  scroll.append(table);
  document.body.append(bar, empty, scroll);
  walkWithArrows(body);
  scroll.addEventListener('scroll', () => {
    const isNearEnd = scroll.scrollTop + scroll.clientHeight > scroll.scrollHeight - 400;
    if (isNearEnd && shown.length < total && limit === shown.length) {
      limit += pageSize;
      ask();
    }
  });
}

function choose(change: Partial<State>): void {
  state = { ...state, ...change };
  host.setState(state);
  limit = pageSize;
  scroll.scrollTop = 0;
  ask();
}

function ask(): void {
  number += 1;
  host.postMessage({ kind: 'amounts', number, limit, ...state });
}

function hear(message: ToPage): void {
  if (message.kind === 'changed') ask();
  else if (message.kind === 'amounts' && message.number === number) show(message);
  else if (message.kind === 'cursor') follow(message);
  else if (message.kind === 'press') press(message.label);
}

function show(answer: { readonly total: number; readonly rows: readonly ShownAmount[] }): void {
  const kept = shown.length > 0 && isSame(shown, answer.rows) ? shown.length : 0;
  shown = answer.rows;
  total = answer.total;
  if (kept === 0) body.replaceChildren();
  while (body.children.length > shown.length) body.lastElementChild?.remove();
  body.append(...shown.slice(kept).map(rowOf));
  [...head.children].forEach((cell, at) => {
    if (columns[at] === state.sort) cell.setAttribute('aria-sort', state.descending ? 'descending' : 'ascending');
    else cell.removeAttribute('aria-sort');
  });
  empty.hidden = total > 0;
  scroll.hidden = total === 0;
  status.textContent = say('count', total);
  report();
}

/** Whether the rows on the page are the beginning of those that have come. */
function isSame(before: readonly ShownAmount[], after: readonly ShownAmount[]): boolean {
  return before.length <= after.length && before.every((row, at) => JSON.stringify(row) === JSON.stringify(after[at]));
}

function rowOf(row: ShownAmount): HTMLTableRowElement {
  const line = element('tr');
  const jump = button(row.number, () => {
    host.postMessage({ kind: 'open', place: { uri: row.uri, range: row.range } });
  });
  jump.className = 'jump';
  jump.setAttribute('aria-label', [row.display, row.about ?? '', row.where].filter(Boolean).join(', '));
  const value = element('td', { className: 'value number' });
  value.append(jump);
  const source = element('td', { className: 'place' });
  const sentence = element('span');
  sentence.append(row.before.slice(-12), element('mark', { text: row.surface }), row.after.slice(0, 16));
  source.append(sentence, ' ', element('span', { className: 'dim', text: row.where }));
  line.append(
    value,
    element('td', { className: 'unit', text: row.unit }),
    element('td', { className: 'bound', text: row.bound }),
    element('td', { className: 'about', text: row.about ?? '' }),
    source,
  );
  line.setAttribute('role', 'row');
  for (const cell of line.cells) cell.setAttribute('role', 'cell');
  return line;
}

/** Marks the row of the amount on which the editor's cursor stands. */
function follow({ uri, line, character }: Extract<ToPage, { kind: 'cursor' }>): void {
  const at = shown.findIndex(
    ({ uri: other, range: { start, end } }) =>
      other === uri && start.line === line && start.character <= character && character <= end.character,
  );
  body.querySelector('tr.current')?.classList.remove('current');
  const row = body.children[at];
  row?.classList.add('current');
  row?.scrollIntoView({ block: 'nearest' });
  report();
}

function press(label: string): void {
  const pressed = [...document.querySelectorAll('button')].find((each) => each.textContent === label);
  pressed?.focus();
  pressed?.click();
}

function report(): void {
  const current = body.querySelector('tr.current .jump')?.textContent ?? '';
  host.postMessage({ kind: 'shown', rows: body.children.length, current });
}
