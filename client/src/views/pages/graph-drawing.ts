import cytoscape from 'cytoscape';
import type { Graph } from '../../../../server/src/features/protocol';
import { spread } from './spread';

interface Hearer {
  readonly onNode: (id: string) => void;
  readonly onEdge: (from: string, to: string) => void;
  readonly onNothing: () => void;
}

const fontSize = 12;

/** Each type has a form as well as a colour. */
const forms: Readonly<Record<string, readonly [shape: cytoscape.Css.NodeShape, colour: string]>> = {
  PERSON: ['ellipse', '--vscode-charts-blue'],
  ORGANISATION: ['round-rectangle', '--vscode-charts-green'],
  PLACE: ['diamond', '--vscode-charts-yellow'],
  EVENT: ['triangle', '--vscode-charts-purple'],
  POLICY: ['hexagon', '--vscode-charts-orange'],
  DOCUMENT: ['rectangle', '--vscode-charts-red'],
};

/** The picture of a graph, in the colours of the theme; the layout is the same for the same graph. */
export class GraphDrawing {
  readonly #surface: HTMLElement;
  readonly #core: cytoscape.Core;

  constructor(surface: HTMLElement, hearer: Hearer) {
    this.#surface = surface;
    this.#core = cytoscape({ container: surface, minZoom: 0.2, maxZoom: 4, boxSelectionEnabled: false });
    this.#core.on('tap', 'node', ({ target }: { target: cytoscape.NodeSingular }) => {
      hearer.onNode(target.id());
    });
    this.#core.on('tap', 'edge', ({ target }: { target: cytoscape.EdgeSingular }) => {
      hearer.onEdge(target.source().id(), target.target().id());
    });
    this.#core.on('tap', ({ target }: { target: unknown }) => {
      if (target === this.#core) hearer.onNothing();
    });
    this.#core.style(this.#style());
    new MutationObserver(() => {
      this.#core.style(this.#style());
    }).observe(document.body, { attributeFilter: ['class', 'data-vscode-theme-id'] });
    new ResizeObserver(() => {
      this.#core.resize();
      this.#fill();
    }).observe(surface);
  }

  draw({ nodes, edges }: Graph): void {
    const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
    this.#core.elements().remove();
    this.#core.add([
      ...nodes
        .filter(({ id }) => joined.has(id))
        .map(({ id, type, name, count }) => ({ data: { id, type, name: shorten(name), size: sizeOf(count) } })),
      ...edges.map(({ from, to, weight }) => ({
        data: { id: `${from}\t${to}`, source: from, target: to, width: Math.min(6, weight), weight },
      })),
    ]);
    this.#core.layout({ name: 'circle' }).run();
    const layout = {
      name: 'cose',
      animate: false,
      randomize: false,
      fit: false,
      nodeRepulsion: () => 30_000,
      idealEdgeLength: () => 60,
      nodeOverlap: 24,
      componentSpacing: 30,
      gravity: 2,
      numIter: 800,
    } as const;
    this.#core.layout(layout).run();
    this.#fill();
  }

  /** Fills the surface at its own scale, each name where it can be read. */
  #fill(): void {
    const { clientWidth: width, clientHeight: height } = this.#surface;
    const nodes = this.#core.nodes();
    if (width === 0 || nodes.empty()) return;
    const boxes = nodes.map((node) => {
      const size = Number(node.data('size'));
      return { ...node.position(), width: Math.max(size, widthOf(String(node.data('name')))) + 8, height: size + 24 };
    });
    spread(boxes, { width, height });
    nodes.forEach((node, at) => {
      const box = boxes[at];
      // The name hangs below the node: the node stands in the upper part of the box.
      if (box) node.position({ x: box.x, y: box.y - 9 });
    });
    this.#core.viewport({ zoom: 1, pan: { x: 0, y: 0 } });
  }

  /** Brings out one thing and its neighbours, or everything without an id. */
  select(id: string): void {
    this.#core.batch(() => {
      this.#core.elements().removeClass('dim chosen');
      if (id === '') return;
      const node = this.#core.getElementById(id);
      if (node.empty()) return;
      this.#core.elements().difference(node.closedNeighborhood()).addClass('dim');
      node.addClass('chosen');
    });
  }

  #style(): cytoscape.StylesheetJson {
    const computed = getComputedStyle(this.#surface);
    const colour = (name: string, otherwise: string): string => computed.getPropertyValue(name).trim() || otherwise;
    const text = colour('--vscode-foreground', '#888888');
    const background = colour('--vscode-sideBar-background', '#ffffff');
    return [
      {
        selector: 'node',
        style: {
          label: 'data(name)',
          width: 'data(size)',
          height: 'data(size)',
          color: text,
          'font-family': computed.fontFamily,
          'font-size': fontSize,
          'text-valign': 'bottom',
          'text-margin-y': 3,
          'text-outline-color': background,
          'text-outline-width': 2,
        },
      },
      ...Object.entries(forms).map(([type, [shape, name]]) => ({
        selector: `node[type = "${type}"]`,
        style: { shape, 'background-color': colour(name, text) },
      })),
      {
        selector: 'edge',
        style: {
          width: 'data(width)',
          'line-color': text,
          'line-opacity': 0.25,
          'curve-style': 'haystack',
        },
      },
      { selector: '.dim', style: { opacity: 0.2 } },
      {
        selector: '.chosen',
        style: {
          'border-width': 3,
          'border-color': colour('--vscode-focusBorder', text),
          'font-weight': 'bold',
        },
      },
    ];
  }
}

/** Roughly, in pixels: Latin letters take half of what Chinese characters take. */
function widthOf(name: string): number {
  return [...name].reduce((sum, character) => sum + (/[\u0020-\u02ff]/u.test(character) ? 7 : fontSize), 0);
}

function sizeOf(count: number): number {
  return 8 + 4 * Math.log2(count + 1);
}

function shorten(name: string): string {
  const characters = [...name];
  return characters.length > 14 ? `${characters.slice(0, 13).join('')}…` : name;
}
