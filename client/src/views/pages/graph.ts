import type { Graph } from '../../../../server/src/features/protocol';
import { GraphDrawing } from './graph-drawing';
import type { GraphChoice, ToPage } from './messages';
import { button, element, host, listen, say, select, walkWithArrows } from './page';
import './page.css';
import './graph.css';

interface State {
  readonly choice: GraphChoice;
  readonly limit: number;
}

const choices: readonly GraphChoice[] = ['who', 'persons', 'organisations', 'all'];
const limits = [20, 40, 80];
let state: State = { choice: 'who', limit: 40, ...(host.getState() as Partial<State> | undefined) };
let number = 0;
let graph: Graph = { nodes: [], edges: [] };
let selected = '';
/** Each visit to the same place leads to the next mention. */
let visit = { what: '', turn: 0 };

const status = element('span', { className: 'status' });
status.setAttribute('role', 'status');
const empty = element('p', { className: 'empty', text: say('empty') });
empty.hidden = true;
const surface = element('div', { className: 'drawing' });
// The table below says the same to whoever cannot see it.
surface.setAttribute('aria-hidden', 'true');
const scroll = element('div', { className: 'scroll' });
const body = element('tbody');
build();
const drawing = new GraphDrawing(surface, {
  onNode: (id) => {
    choose(id);
    go(id);
  },
  onEdge: (from, to) => {
    go(from, to);
  },
  onNothing: () => {
    choose('');
  },
});
listen(hear);

function build(): void {
  const bar = element('div', { className: 'bar' });
  bar.append(
    select(
      say('choice'),
      choices.map((choice) => [choice, say(`choice.${choice}`)] as const),
      state.choice,
      (choice) => {
        change({ choice: choice as GraphChoice });
      },
    ),
    select(
      say('limit'),
      limits.map((limit) => [String(limit), say('names', limit)] as const),
      String(state.limit),
      (limit) => {
        change({ limit: Number(limit) });
      },
    ),
    status,
  );
  const table = element('table', { label: say('title') });
  const head = element('tr');
  for (const column of ['name', 'other', 'lines']) {
    const cell = element('th', { className: column, text: say(column) });
    cell.scope = 'col';
    head.append(cell);
  }
  const top = element('thead');
  top.append(head);
  table.append(top, body);
  scroll.append(table);
  document.body.append(bar, empty, surface, scroll);
  walkWithArrows(body);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') choose('');
  });
}

function change(next: Partial<State>): void {
  state = { ...state, ...next };
  host.setState(state);
  ask();
}

function ask(): void {
  number += 1;
  host.postMessage({ kind: 'graph', number, ...state });
}

function hear(message: ToPage): void {
  if (message.kind === 'changed') ask();
  else if (message.kind === 'graph' && message.number === number) show(message.graph);
  else if (message.kind === 'visited') status.textContent = say('visited', message.turn, message.total, message.where);
  else if (message.kind === 'cursor') choose(graph.nodes.some(({ id }) => id === message.thing) ? message.thing : '');
  else if (message.kind === 'press') {
    const pressed = [...document.querySelectorAll('button')].find((each) => each.textContent === message.label);
    pressed?.focus();
    pressed?.click();
  }
}

function show(next: Graph): void {
  if (JSON.stringify(next) !== JSON.stringify(graph)) {
    graph = next;
    drawing.draw(graph);
  }
  if (!graph.nodes.some(({ id }) => id === selected)) selected = '';
  const isEmpty = graph.edges.length === 0;
  empty.hidden = !isEmpty;
  surface.hidden = isEmpty;
  scroll.hidden = isEmpty;
  status.textContent = say('count', graph.nodes.length, graph.edges.length);
  choose(selected);
}

/** Brings out a thing with those that stand beside it; all of them without one. */
function choose(id: string): void {
  selected = id;
  drawing.select(id);
  const names = new Map(graph.nodes.map((node) => [node.id, node.name]));
  const rows = graph.edges
    .filter(({ from, to }) => id === '' || from === id || to === id)
    .map(({ from, to, weight }) => {
      const [one, other] = to === id ? [to, from] : [from, to];
      const row = element('tr');
      const jump = button(names.get(one) ?? '', () => {
        go(one, other);
      });
      jump.className = 'jump';
      jump.setAttribute('aria-label', say('pair', names.get(one) ?? '', names.get(other) ?? '', weight));
      const cell = element('td');
      cell.append(jump);
      row.append(
        cell,
        element('td', { text: names.get(other) ?? '' }),
        element('td', { className: 'number', text: String(weight) }),
      );
      return row;
    });
  body.replaceChildren(...rows);
  host.postMessage({ kind: 'shown', rows: rows.length, current: names.get(id) ?? '' });
}

function go(from: string, to?: string): void {
  const what = `${from}\t${to ?? ''}`;
  visit = { what, turn: visit.what === what ? visit.turn + 1 : 0 };
  host.postMessage({ kind: 'visit', from, ...(to === undefined ? {} : { to }), turn: visit.turn });
}
