import cytoscape from 'cytoscape';
import type { Graph } from '../../../../server/src/features/protocol';

interface Hearer {
  readonly onNode: (id: string) => void;
  readonly onEdge: (from: string, to: string) => void;
  readonly onNothing: () => void;
}

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
      this.#fit();
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
      nodeDimensionsIncludeLabels: true,
      nodeRepulsion: () => 30_000,
      idealEdgeLength: () => 60,
      nodeOverlap: 24,
      componentSpacing: 30,
      gravity: 2,
      numIter: 800,
    } as const;
    this.#core.layout(layout).run();
    this.#fit();
  }

  /** Shows the whole; names and nodes keep their size on the screen, however far that is. */
  #fit(): void {
    this.#core.fit(undefined, 24);
    this.#core.style(this.#style());
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
    const scale = 1 / Math.min(1.5, Math.max(0.2, this.#core.zoom()));
    const colour = (name: string, otherwise: string): string => computed.getPropertyValue(name).trim() || otherwise;
    const text = colour('--vscode-foreground', '#888888');
    const background = colour('--vscode-sideBar-background', '#ffffff');
    return [
      {
        selector: 'node',
        style: {
          label: 'data(name)',
          width: (node: cytoscape.NodeSingular) => scale * Number(node.data('size')),
          height: (node: cytoscape.NodeSingular) => scale * Number(node.data('size')),
          color: text,
          'font-family': computed.fontFamily,
          'font-size': 12 * scale,
          'text-valign': 'bottom',
          'text-margin-y': 3 * scale,
          'text-outline-color': background,
          'text-outline-width': 2 * scale,
        },
      },
      ...Object.entries(forms).map(([type, [shape, name]]) => ({
        selector: `node[type = "${type}"]`,
        style: { shape, 'background-color': colour(name, text) },
      })),
      {
        selector: 'edge',
        style: {
          width: (edge: cytoscape.EdgeSingular) => scale * Number(edge.data('width')),
          'line-color': text,
          'line-opacity': 0.25,
          'curve-style': 'haystack',
        },
      },
      { selector: '.dim', style: { opacity: 0.2 } },
      {
        selector: '.chosen',
        style: {
          'border-width': 3 * scale,
          'border-color': colour('--vscode-focusBorder', text),
          'font-weight': 'bold',
        },
      },
    ];
  }
}

function sizeOf(count: number): number {
  return 8 + 4 * Math.log2(count + 1);
}

function shorten(name: string): string {
  const characters = [...name];
  return characters.length > 14 ? `${characters.slice(0, 13).join('')}…` : name;
}
