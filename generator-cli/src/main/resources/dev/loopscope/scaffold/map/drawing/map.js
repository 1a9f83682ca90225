'use strict';
(() => {
  const SVG = 'http://www.w3.org/2000/svg';
  const LABELS = 230, HEAD = 24, SLANTED = 112, SHELF = 20, MARKS = 30, PAD = 7, END = 130;
  const map = JSON.parse(document.getElementById('drawn').textContent);

  // What stands where in the arrays of the page.
  const laneOf = ([name, kind, backend, by, scope, from, to, closed, notes]) =>
    ({name, kind, backend, by, scope, from, to, closed, notes});
  const rowOf = ([label, note, lanes, stacks, bars, shelves]) => ({label, note, lanes, stacks, bars, shelves});
  const barOf = ([name, scope, place, lane, from, to, holds, notes]) =>
    ({name, scope, place, lane, from, to, holds, notes});
  const testOf = ([id, name, outcome, place, lanes, notes]) => ({id, name, outcome, place, lanes, notes, crossings: [], lies: []});
  const crossingOf = ([tests, metBy, fixture, lane, evidence, rule, sentence, remedy, details, ends]) =>
    ({tests, metBy, fixture, lane, evidence, rule, sentence, remedy, details,
      ends: tests.map((_, at) => ends.length ? {fixture: ends[at][0], lane: ends[at][1]} : {fixture, lane})});
  const lieOf = ([tests, fixtures, rule, sentence, remedy]) => ({tests, fixtures, rule, sentence, remedy});
  const nodeOf = (node, parent) => {
    if (typeof node === 'number') return {from: node, to: node, parent, children: []};
    const [label, from, to, children] = node;
    const made = {label, from, to, parent, children: [], open: false};
    made.children = children.map(it => nodeOf(it, made));
    return made;
  };

  const counted = (number, one, many) => `${number} ${number === 1 ? one : many || one + 's'}`;
  const element = (tag, attributes, ...children) => {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  const html = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  const cut = (text, most) => text.length > most ? text.slice(0, Math.max(1, most - 1)) + '…' : text;

  const tip = html('div', {id: 'tip', role: 'tooltip', hidden: ''});
  document.body.append(tip);
  const showTip = (at, lines) => {
    tip.replaceChildren(...lines.map(it => html('p', {}, it)));
    tip.hidden = false;
    const box = at.getBoundingClientRect(), own = tip.getBoundingClientRect();
    const middle = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth);
    const below = box.bottom + 10 + own.height < innerHeight;
    tip.style.left = Math.max(8, Math.min(middle - own.width / 2, innerWidth - own.width - 8)) + 'px';
    tip.style.top = Math.max(8, below ? box.bottom + 10 : box.top - own.height - 10) + 'px';
  };
  const hideTip = () => { tip.hidden = true; };

  const SHAPES = {
    passed: (x, y) => element('circle', {class: 'passed', cx: x, cy: y, r: 6}),
    failed: (x, y) => element('path', {class: 'failed',
      d: `M${x - 7} ${y - 4}l3-3 4 4 4-4 3 3-4 4 4 4-3 3-4-4-4 4-3-3 4-4z`}),
    error: (x, y) => element('path', {class: 'error', d: `M${x} ${y - 8}l8 14h-16z`}),
    skipped: (x, y) => element('circle', {class: 'skipped', cx: x, cy: y, r: 5}),
    'not run': (x, y) => element('rect', {class: 'not-run', x: x - 5, y: y - 5, width: 10, height: 10, rx: 2}),
  };

  class Panel {
    constructor(read, number, place) {
      this.number = number;
      this.name = read.name;
      this.lanes = read.lanes.map(laneOf);
      this.rows = read.rows.map(rowOf);
      this.bars = read.bars.map(barOf);
      this.tests = read.tests.map(testOf);
      this.crossings = read.crossings.map(crossingOf);
      this.lies = read.lies.map(lieOf);
      this.root = read.tree ? nodeOf(read.tree) : {from: 0, to: -1, children: []};
      this.rowOfLane = [];
      this.stackOfLane = [];
      this.rows.forEach((row, index) => row.lanes.forEach((lane, at) => {
        this.rowOfLane[lane] = index;
        this.stackOfLane[lane] = row.stacks[at];
      }));
      this.bare = this.rows.findIndex(row => !row.lanes.length);
      this.crossings.forEach((it, at) => it.tests.forEach(test => this.tests[test].crossings.push(at)));
      this.lies.forEach((it, at) => it.tests.forEach(test => this.tests[test].lies.push(at)));
      this.met = new Set(this.crossings.flatMap(it => [it.fixture, ...it.ends.map(end => end.fixture)]));
      this.openUntil(map.columns);
      this.frame = html('section', {class: 'panel', 'aria-label': this.name ? `Map, ${this.name}` : 'Map'});
      if (this.name) this.frame.append(html('h2', {}, this.name));
      this.scroll = html('div', {class: 'scroll'});
      this.frame.append(this.scroll);
      place.append(this.frame);
      this.scroll.addEventListener('keydown', it => this.key(it));
      this.scroll.addEventListener('scroll', hideTip);
    }

    /** Opens a level as a whole, as long as there are not more columns than that. */
    openUntil(most) {
      let columns = [this.root];
      for (;;) {
        const opened = columns.flatMap(it => it.children.length ? it.children : [it]);
        if (opened.length === columns.length && opened.every((it, at) => it === columns[at])) break;
        if (columns[0] !== this.root && opened.length > most) break;
        columns.forEach(it => { it.open = it.children.length > 0; });
        columns = opened;
      }
    }

    openAll(open) {
      const each = node => { if (node.children.length) { node.open = open || node === this.root; node.children.forEach(each); } };
      each(this.root);
    }

    reveal(test) {
      let node = this.root;
      while (node.children.length) {
        node.open = true;
        node = node.children.find(it => it.from <= test && test <= it.to);
      }
    }

    // Columns: x, width and node of what is folded or single, and the bands above them.
    layColumns() {
      this.columns = [];
      this.bands = [];
      const walk = (node, depth) => {
        if (node.children.length && node.open) {
          const first = this.columns.length;
          node.children.forEach(it => walk(it, node === this.root ? 0 : depth + 1));
          if (node !== this.root) this.bands.push({node, depth, first, last: this.columns.length - 1});
        } else {
          this.columns.push({node, depth, from: node.from, to: node.to, single: !node.children.length});
        }
      };
      walk(this.root, 0);
      const weights = this.columns.reduce((sum, it) => sum + (it.single ? 1 : 1.5), 0);
      const room = Math.max(320, this.scroll.clientWidth - LABELS - END - 24);
      const unit = Math.min(220, Math.max(24, room / Math.max(1, weights)));
      let x = 12;
      this.columnOf = [];
      this.columns.forEach((it, index) => {
        it.x = x;
        it.width = unit * (it.single ? 1 : 1.5);
        it.middle = x + it.width / 2;
        x += it.width;
        for (let test = it.from; test <= it.to; test++) this.columnOf[test] = index;
      });
      this.right = x;
      this.depth = this.bands.reduce((most, it) => Math.max(most, it.depth + 1), 0);
      const wide = it => (it.single ? this.tests[it.from].name : `+ ${it.node.label} (${it.to - it.from + 1})`).length * 7 < it.width;
      this.level = this.columns.every(wide);
      this.head = this.depth * HEAD + (this.level ? 30 : SLANTED);
    }

    startOf(test) { return this.columns[this.columnOf[test]].x; }
    endOf(test) { const it = this.columns[this.columnOf[test]]; return it.x + it.width; }

    /** Whether something is seen: what begins and ends in one folded column is not. */
    isSeen(it) {
      const first = this.columnOf[it.from];
      return first !== this.columnOf[it.to] || this.columns[first].single;
    }

    layRows() {
      let y = this.head + 4;
      this.shelfOfBar = [];
      for (const row of this.rows) {
        row.y = y;
        const stacks = Math.max(1, ...row.stacks.map(it => it + 1));
        const shelves = new Array(stacks).fill(0);
        row.bars.forEach((bar, at) => {
          const it = this.bars[bar];
          if (!this.isSeen(it)) return;
          const stack = it.lane < 0 ? 0 : this.stackOfLane[it.lane];
          this.shelfOfBar[bar] = row.shelves[at];
          shelves[stack] = Math.max(shelves[stack], row.shelves[at] + 1);
        });
        row.stackTops = [];
        row.stackHeights = shelves.map(it => it * SHELF + MARKS + PAD);
        y += 9;
        for (const height of row.stackHeights) {
          row.stackTops.push(y);
          y += height + 5;
        }
        y = Math.max(y + 5, row.y + 58);
        row.bottom = y;
      }
      this.bottom = y;
    }

    stack(lane) {
      const row = this.rows[lane < 0 ? this.bare : this.rowOfLane[lane]];
      const at = lane < 0 ? 0 : this.stackOfLane[lane];
      return {row, top: row.stackTops[at], height: row.stackHeights[at]};
    }

    markY(lane) { const it = this.stack(lane); return it.top + it.height - MARKS / 2; }
    barY(bar) { return this.stack(this.bars[bar].lane).top + PAD + this.shelfOfBar[bar] * SHELF; }

    draw() {
      this.layColumns();
      this.layRows();
      this.items = [];
      const width = this.right + END;
      this.svg = element('svg', {width, height: this.bottom + 6, role: 'group',
        'aria-label': `Map${this.name ? ' of ' + this.name : ''}: ${counted(this.tests.length, 'test')}, `
          + `${counted(this.lanes.length, 'loop')}, ${counted(this.crossings.length, 'crossing')}. Move with the arrow keys.`});
      const labels = html('div', {class: 'labels', style: `width:${LABELS}px;height:${this.bottom + 6}px`});
      this.rows.forEach(row => {
        const label = html('div', {style: `top:${row.y}px;height:${row.bottom - row.y}px`, title: `${row.label} ${row.note}`.trim()},
          html('b', {}, row.label), html('span', {}, row.note));
        labels.append(label);
        this.svg.append(element('line', {class: 'edge', x1: 0, x2: width, y1: row.y, y2: row.y}));
      });
      this.drawHead();
      this.drawLanes();
      this.drawBars();
      this.drawTests();
      this.drawCrossings();
      this.scroll.replaceChildren(labels, this.svg);
      this.items.forEach((it, at) => it.element.setAttribute('tabindex', at === 0 ? 0 : -1));
    }

    /** Adds what can be walked to, told of and, if there is something to do, done. */
    item(made, row, x, lines, act, label) {
      made.setAttribute('role', act ? 'button' : 'img');
      made.setAttribute('aria-label', label || lines.join('. '));
      const it = {element: made, row, x, lines, act};
      this.items.push(it);
      made.addEventListener('mouseenter', () => showTip(made, lines));
      made.addEventListener('mouseleave', hideTip);
      made.addEventListener('focus', () => showTip(made, lines));
      made.addEventListener('blur', hideTip);
      if (act) made.addEventListener('click', act);
      this.svg.append(made);
      return it;
    }

    drawHead() {
      for (const {node, depth, first, last} of this.bands) {
        const x = this.columns[first].x, width = this.columns[last].x + this.columns[last].width - x;
        const made = element('g', {class: 'fold', 'aria-expanded': 'true', 'data-fold': node.from},
          element('rect', {class: 'band', x: x + 1, y: depth * HEAD + 3, width: width - 2, height: HEAD - 4, rx: 5}),
          element('rect', {class: 'ring', x: x + 1, y: depth * HEAD + 3, width: width - 2, height: HEAD - 4, rx: 5}),
          element('text', {x: x + 8, y: depth * HEAD + 17},
            cut((width > 40 ? '− ' : '') + node.label, Math.floor((width - 12) / 6.6))));
        this.item(made, -3 + depth / 10, x, [node.label, counted(node.to - node.from + 1, 'test'), 'Enter or click: fold'],
          () => this.fold(node, false));
      }
      this.columns.forEach((it, index) => {
        const y = this.head - 12;
        this.svg.append(element('line', {class: 'grid', x1: it.x, x2: it.x, y1: this.head - 4, y2: this.bottom}));
        const size = it.to - it.from + 1;
        const label = it.single ? this.tests[it.from].name : `+ ${it.node.label} (${size})`;
        const text = element('text', this.level ? {x: it.middle, y, 'text-anchor': 'middle'}
          : {x: it.middle, y, transform: `rotate(-38 ${it.middle} ${y})`}, cut(label, 24));
        if (it.single) {
          text.setAttribute('aria-hidden', 'true');
          this.svg.append(text);
          return;
        }
        const made = element('g', {class: 'fold', 'aria-expanded': 'false', 'data-fold': it.from},
          element('rect', {class: 'ring', x: it.x + 2, y: y - 6, width: it.width - 4, height: 14, rx: 4}), text);
        this.item(made, -2, it.middle, [it.node.label, counted(size, 'test'), 'Enter or click: open'],
          () => this.fold(it.node, true));
      });
      const last = this.columns[this.columns.length - 1];
      if (last) this.svg.append(element('line', {class: 'grid', x1: this.right, x2: this.right, y1: this.head - 4, y2: this.bottom}));
    }

    drawLanes() {
      this.rows.forEach((row, index) => {
        if (!row.lanes.length) {
          this.svg.append(element('rect', {class: 'lane bare', x: 14, y: row.stackTops[0], width: this.right - 16, height: row.stackHeights[0], rx: 9}));
          return;
        }
        let folded = null;
        const flush = () => { if (folded) { this.lane(row, index, folded.lanes, folded.stack); folded = null; } };
        row.lanes.forEach((number, at) => {
          const lane = this.lanes[number], column = this.columnOf[lane.from];
          if (this.isSeen(lane)) {
            flush();
            this.lane(row, index, [number], row.stacks[at]);
          } else if (folded && folded.column === column) {
            folded.lanes.push(number);
          } else {
            flush();
            folded = {column, lanes: [number], stack: row.stacks[at]};
          }
        });
        flush();
      });
    }

    lane(row, index, numbers, stack) {
      const first = this.lanes[numbers[0]], last = this.lanes[numbers[numbers.length - 1]];
      const x = this.startOf(first.from) + 2, width = this.endOf(last.to) - 2 - x;
      const y = row.stackTops[stack], height = row.stackHeights[stack];
      const kinds = ['lane'];
      if (first.backend === 'trio') kinds.push('trio');
      else if (numbers[0] % 2) kinds.push('odd');
      if (!first.closed) kinds.push('open');
      const box = {x, y, width, height, rx: Math.min(9, width / 3)};
      const made = element('g', {'data-lanes': numbers.join(' ')}, element('rect', {class: kinds.join(' '), ...box}),
        element('rect', {class: 'ring', ...box}));
      const ran = this.tests.slice(first.from, last.to + 1).filter(it => it.lanes.some(on => numbers.includes(on))).length;
      const lines = numbers.length > 1
        ? [`${first.name} to ${last.name}`, `each a ${first.kind}`, `${counted(ran, 'test')} ran on them`]
        : [`${first.name}: ${first.kind}`, `from ${this.tests[first.from].id}`, `to ${this.tests[first.to].id}`,
          ran ? `${counted(ran, 'test')} ran on it` : 'no test ran on it', ...first.closed ? [] : ['it was never closed'], ...first.notes];
      this.item(made, index, x, lines);
    }

    drawBars() {
      this.rows.forEach((row, index) => row.bars.forEach(number => {
        const bar = this.bars[number];
        if (!this.isSeen(bar)) return;
        const x = this.startOf(bar.from) + 6, width = Math.max(6, this.endOf(bar.to) - 6 - x), y = this.barY(number);
        const made = element('g', {'data-bar': number},
          element('rect', {class: this.met.has(number) ? 'bar met' : 'bar', x, y, width, height: SHELF - 4, rx: 4}),
          element('rect', {class: 'ring', x, y, width, height: SHELF - 4, rx: 4}));
        const room = Math.floor((width - 10) / 7);
        if (room > 2) made.append(element('text', {class: 'bar-name', x: x + 6, y: y + 12}, cut(bar.name, room)));
        bar.named = room > 2 ? x + 10 + Math.min(bar.name.length, room) * 7.2 : x + 8;
        const lies = this.lies.filter(it => it.fixtures.includes(number));
        if (lies.length) made.append(element('text', {class: 'lie-sign', x: x + width - 8, y: y + 13}, '≠'));
        this.item(made, index + .1, x, [`fixture ${bar.name} (${bar.scope})`, ...bar.place ? [bar.place] : [],
          `from ${this.tests[bar.from].id}`, `to ${this.tests[bar.to].id}`,
          bar.lane < 0 ? 'on no loop' : `on ${this.lanes[bar.lane].name}, ${this.lanes[bar.lane].kind}`,
          ...bar.holds, ...bar.notes, ...lies.map(it => 'lie: ' + it.sentence)]);
      }));
    }

    drawTests() {
      this.columns.forEach(column => {
        if (column.single) {
          const test = this.tests[column.from];
          const lanes = test.lanes.length ? test.lanes : [-1];
          lanes.forEach(lane => this.testMark(test, column, lane));
          return;
        }
        const groups = new Map();
        for (let at = column.from; at <= column.to; at++) {
          const lanes = this.tests[at].lanes.length ? this.tests[at].lanes : [-1];
          for (const lane of lanes) {
            const row = lane < 0 ? this.bare : this.rowOfLane[lane], stack = lane < 0 ? 0 : this.stackOfLane[lane];
            const key = row + ' ' + stack;
            if (!groups.has(key)) groups.set(key, {row, lane, tests: []});
            groups.get(key).tests.push(this.tests[at]);
          }
        }
        groups.forEach(it => this.groupMark(it, column));
      });
    }

    testMark(test, column, lane) {
      const x = column.middle, y = this.markY(lane), row = lane < 0 ? this.bare : this.rowOfLane[lane];
      const made = element('g', {'data-test': column.from},
        element('rect', {x: column.x, y: y - 13, width: column.width, height: 26, fill: 'transparent'}),
        SHAPES[test.outcome](x, y), element('circle', {class: 'ring', cx: x, cy: y, r: 12}));
      if (test.lies.length) made.append(element('circle', {class: 'liar', cx: x, cy: y, r: 10}),
        element('text', {class: 'lie-sign', x: x + (column.width > 40 ? 17 : 0), y: column.width > 40 ? y + 5 : y - 12}, '≠'));
      if (test.crossings.length) made.append(element('circle', {class: 'met-ring', cx: x, cy: y, r: 10}));
      this.item(made, row + .2, x, [test.id, test.outcome, ...test.place ? [test.place] : [],
        lane < 0 ? 'on no loop' : `on ${this.lanes[lane].name}, ${this.lanes[lane].kind}`, ...test.notes,
        ...test.crossings.map(it => `crossing ${it + 1}: ${this.crossings[it].sentence}`),
        ...test.lies.map(it => 'lie: ' + this.lies[it].sentence)]);
    }

    groupMark({row, lane, tests}, column) {
      const width = Math.min(column.width - 8, 64), x = column.middle - width / 2, y = this.markY(lane) - 11;
      const by = word => tests.filter(it => it.outcome === word).length;
      const made = element('g', {class: 'fold', 'data-group': column.from, 'data-count': tests.length, 'aria-expanded': 'false'},
        element('rect', {class: 'group', x, y, width, height: 22, rx: 6}),
        element('rect', {class: 'ring', x, y, width, height: 22, rx: 6}),
        element('text', {class: 'count', x: column.middle, y: y + 13, style: width < 34 ? 'font-size:10px' : ''}, tests.length));
      let at = x + 3;
      for (const word of ['passed', 'failed', 'error', 'skipped', 'not run']) {
        const part = (width - 6) * by(word) / tests.length;
        if (part) made.append(element('rect', {class: word.replace(' ', '-'), x: at, y: y + 16, width: part, height: 3, style: 'stroke:none' + (word === 'skipped' || word === 'not run' ? ';fill:var(--skipped)' : '')}));
        at += part;
      }
      if (tests.some(it => it.lies.length)) made.append(element('text', {class: 'lie-sign', x: x + width, y: y + 4}, '≠'));
      const lies = tests.filter(it => it.lies.length).length, crossing = tests.filter(it => it.crossings.length).length;
      this.item(made, row + .2, column.middle, [column.node.label, counted(tests.length, 'test'),
        ...['passed', 'failed', 'error', 'skipped', 'not run'].filter(by).map(it => `${by(it)} ${it}`),
        ...crossing ? [`${counted(crossing, 'test')} with a crossing`] : [], ...lies ? [`${counted(lies, 'test')} with a lie`] : [],
        'Enter or click: open'], () => this.fold(column.node, true));
    }

    drawCrossings() {
      const ways = new Map();
      this.crossings.forEach((crossing, number) => {
        const add = (test, end) => {
          const at = this.columnOf[test];
          // Out of a folded column, what leads to one thing is one line.
          const key = [at, end.fixture, end.lane, this.columns[at].single ? number : ''].join(' ');
          if (!ways.has(key)) ways.set(key, {at, end, tests: [], numbers: []});
          const way = ways.get(key);
          way.tests.push(test);
          if (way.numbers[way.numbers.length - 1] !== number) way.numbers.push(number);
        };
        crossing.tests.forEach((test, at) => add(test, crossing.ends[at]));
        if (!crossing.tests.length) add(this.bars[crossing.metBy].from, crossing);
      });
      const used = new Map(), told = new Set();
      ways.forEach(({at, end, tests, numbers}) => {
        const place = used.get(at) || 0;
        used.set(at, place + 1);
        const crossing = {...this.crossings[numbers[0]], fixture: end.fixture, lane: end.lane};
        this.crossing(crossing, numbers, tests, this.columns[at], place, !told.has(numbers[0]));
        told.add(numbers[0]);
      });
    }

    /** Where it begins: the fixture that met it, or the mark on a lane that is not the one it lives on. */
    beginning(crossing, test, column) {
      if (crossing.metBy >= 0 && this.shelfOfBar[crossing.metBy] !== undefined) return this.barY(crossing.metBy) + SHELF / 2 - 2;
      const lanes = this.tests[test].lanes.length ? this.tests[test].lanes : [-1];
      const other = lanes.find(it => it !== crossing.lane);
      return this.markY(other === undefined ? lanes[0] : other);
    }

    target(crossing, x) {
      const clamp = it => {
        const from = this.startOf(it.from) + 12, to = this.endOf(it.to) - 12;
        return from > to ? (from + to) / 2 : Math.min(Math.max(x, from), to);
      };
      if (crossing.fixture >= 0 && this.shelfOfBar[crossing.fixture] !== undefined
          && (crossing.lane < 0 || crossing.lane === this.bars[crossing.fixture].lane))
        return {x: this.bars[crossing.fixture].named > x && this.bars[crossing.fixture].named < this.endOf(this.bars[crossing.fixture].to) - 12
          ? this.bars[crossing.fixture].named : clamp(this.bars[crossing.fixture]), y: this.barY(crossing.fixture) + SHELF / 2 - 2};
      if (crossing.lane >= 0)
        return {x: clamp(this.lanes[crossing.lane]), y: this.stack(crossing.lane).top + 3};
      return null;
    }

    crossing(crossing, numbers, tests, column, place, first) {
      const number = numbers[0];
      const x = column.middle + (place % 2 ? 1 : -1) * Math.ceil(place / 2) * Math.min(9, column.width / 5);
      const y = this.beginning(crossing, tests[0], column);
      const to = this.target(crossing, x);
      const made = element('g', {class: 'cross', 'data-crossing': numbers.join(' '), 'data-tests': tests.length});
      let badgeX = x, badgeY = y - 18;
      if (to) {
        const away = Math.sign(to.y - y) || -1, start = y + away * (column.single ? 11 : 12);
        const bend = Math.abs(to.x - x) < 1 ? '' : 1;
        const d = !bend ? `M${x} ${start}L${to.x} ${to.y}`
          : Math.abs(to.y - y) > 24 ? `M${x} ${start}C${x} ${(start + to.y) / 2} ${to.x} ${(start + to.y) / 2} ${to.x} ${to.y}`
          : `M${x} ${y - 12}C${x} ${y - 44} ${to.x} ${to.y - 44} ${to.x} ${to.y}`;
        const wide = Math.min(7, 3 + Math.log10(tests.length) * 1.6);
        made.append(element('path', {class: 'halo', d}), element('path', {class: 'hit', d}),
          element('path', {class: 'line', d, style: `stroke-width:${wide}`}), element('path', {class: 'ring', d}),
          element('circle', {class: 'end', cx: to.x, cy: to.y, r: 4.5}));
        badgeX = (x + to.x) / 2;
        badgeY = (start + to.y) / 2;
      } else {
        made.append(element('circle', {class: 'line', cx: x, cy: y, r: 13}), element('circle', {class: 'ring', cx: x, cy: y, r: 15}));
      }
      if ((first && column.width > 20) || column.width > 60) made.append(element('circle', {class: 'badge', cx: badgeX, cy: badgeY, r: 9}),
        element('text', {class: 'badge-number', x: badgeX, y: badgeY + 4, style: numbers.length > 9 ? 'font-size:9px' : ''},
          numbers.length > 1 ? `${numbers.length}×` : number + 1));
      const names = tests.slice(0, 3).map(it => this.tests[it].id);
      const lines = [...numbers.length > 1 ? [`${numbers.length} crossings lead there: ${cut(numbers.map(it => it + 1).join(', '), 60)}`] : [],
        `crossing ${number + 1}: ${crossing.sentence}`, ...crossing.details,
        ...crossing.remedy ? [`next${crossing.rule ? ` (${crossing.rule})` : ''}: ${crossing.remedy}.`] : [],
        ...tests.length ? [`met by ${names.join(', ')}${tests.length > 3 ? ` and ${tests.length - 3} more` : ''}`] : []];
      const it = this.item(made, this.rows.length + number / 1000, x, lines);
      it.crossing = number;
      it.crossings = numbers;
      made.addEventListener('mouseenter', () => this.light(number));
      made.addEventListener('mouseleave', () => this.light(-1));
      made.addEventListener('focus', () => this.light(number));
      made.addEventListener('blur', () => this.light(-1));
    }

    light(number) {
      this.svg.classList.toggle('dim', number >= 0);
      this.svg.querySelectorAll('.cross').forEach(it => it.classList.toggle('lit', it.dataset.crossing.split(' ').includes(String(number))));
    }

    fold(node, open) {
      node.open = open;
      if (!open) node.children.forEach(it => { if (it.children.length) it.open = false; });
      hideTip();
      this.draw();
      const at = this.items.find(it => it.element.dataset.fold === String(node.from)) || this.items.find(it => it.element.dataset.test === String(node.from));
      if (at) this.go(at);
    }

    go(it) {
      this.items.forEach(other => other.element.setAttribute('tabindex', other === it ? 0 : -1));
      it.element.focus({preventScroll: true});
      const box = it.element.getBoundingClientRect(), frame = this.scroll.getBoundingClientRect();
      const left = frame.left + LABELS + 20, right = frame.right - 40;
      if (box.width < right - left && box.left < left) this.scroll.scrollLeft -= left - box.left;
      else if (box.width < right - left && box.right > right) this.scroll.scrollLeft += box.right - right;
      it.element.scrollIntoView({block: 'nearest', inline: 'nearest'});
      showTip(it.element, it.lines);
    }

    showCrossing(number) {
      const it = this.items.find(found => found.crossings && found.crossings.includes(number));
      if (it) this.go(it);
    }

    key(event) {
      const now = this.items.find(it => it.element === document.activeElement);
      if (!now || event.ctrlKey || event.altKey || event.metaKey) return;
      const inRow = this.items.filter(it => it.row === now.row).sort((a, b) => a.x - b.x);
      const rows = [...new Set(this.items.map(it => it.row))].sort((a, b) => a - b);
      const near = step => {
        const row = rows[rows.indexOf(now.row) + step];
        return this.items.filter(it => it.row === row).sort((a, b) => Math.abs(a.x - now.x) - Math.abs(b.x - now.x))[0];
      };
      const at = inRow.indexOf(now);
      let next = null;
      switch (event.key) {
        case 'ArrowRight': next = inRow[at + 1]; break;
        case 'ArrowLeft': next = inRow[at - 1]; break;
        case 'ArrowDown': next = near(1); break;
        case 'ArrowUp': next = near(-1); break;
        case 'Home': next = inRow[0]; break;
        case 'End': next = inRow[inRow.length - 1]; break;
        case 'c': next = this.nextCrossing(now); break;
        case 'Enter': case ' ': if (now.act) now.act(); break;
        case 'Escape': if (tip.hidden) this.foldAround(now); else hideTip(); break;
        default: return;
      }
      event.preventDefault();
      if (next) this.go(next);
    }

    nextCrossing(now) {
      const all = this.items.filter(it => it.crossing !== undefined);
      return all[(all.indexOf(now) + 1) % all.length];
    }

    /** Folds what the column of an item belongs to. */
    foldAround(item) {
      const column = this.columns.find(it => item.x <= it.x + it.width) || this.columns[0];
      const parent = column && column.node.parent;
      if (parent && parent !== this.root) this.fold(parent, false);
    }
  }

  const place = document.getElementById('map');
  const tools = html('div', {class: 'tools'});
  place.append(tools);
  const panels = map.panels.map((it, number) => new Panel(it, number, place));
  const all = panels.reduce((sum, it) => sum + it.tests.length, 0);
  const crossings = panels.reduce((sum, it) => sum + it.crossings.length, 0);
  const button = (words, act) => {
    const made = html('button', {type: 'button'}, words);
    made.addEventListener('click', act);
    tools.append(made);
  };
  const redraw = () => panels.forEach(it => it.draw());
  let walked = -1;
  const walk = () => {
    const items = panels.flatMap(panel => panel.items.filter(it => it.crossing !== undefined).map(it => [panel, it]));
    walked = (walked + 1) % items.length;
    items[walked][0].go(items[walked][1]);
  };
  if (crossings) button('Next crossing', walk);
  if (panels.some(it => it.root.children.some(node => node.children.length))) {
    if (all <= 1000) button('Open all', () => { panels.forEach(it => it.openAll(true)); redraw(); });
    button('Fold all', () => { panels.forEach(it => it.openAll(false)); redraw(); });
  }
  const keys = html('span', {class: 'keys'});
  for (const [key, what] of [['← → ↑ ↓', 'move'], ['Enter', 'open or fold'], ['c', 'next crossing'], ['Esc', 'close, fold']])
    keys.append(html('kbd', {}, key), ` ${what}  `);
  tools.append(keys);
  redraw();

  const legend = html('ul', {class: 'legend', 'aria-label': 'Legend'});
  const sample = (words, width, ...shapes) => legend.append(html('li', {},
    element('svg', {width, height: 22, 'aria-hidden': 'true'}, ...shapes), words));
  sample('a loop, from its making to its end', 34, element('rect', {class: 'lane', x: 1, y: 2, width: 32, height: 18, rx: 7}));
  if (panels.some(it => it.lanes.some(lane => lane.backend === 'trio')))
    sample('a run of trio', 34, element('rect', {class: 'lane trio', x: 1, y: 2, width: 32, height: 18, rx: 7}));
  sample('a fixture, from set-up to teardown', 34, element('rect', {class: 'bar', x: 1, y: 4, width: 32, height: 14, rx: 4}));
  const outcomes = new Set(panels.flatMap(it => it.tests.map(test => test.outcome)));
  for (const word of Object.keys(SHAPES).filter(it => outcomes.has(it)))
    sample(word === 'not run' ? 'a test, which nobody ran' : word === 'error' ? 'a test: its set-up or teardown failed' : `a test that ${word === 'skipped' ? 'was skipped' : word}`, 20, SHAPES[word](10, 12));
  if (crossings) sample('a crossing: who met it, and what lives elsewhere', 44, element('path', {class: 'line', d: 'M4 11L36 11'}),
    element('circle', {class: 'end', cx: 36, cy: 11, r: 4.5}));
  if (panels.some(it => it.lies.length)) sample('a lie: it passes for what it is not', 20, element('text', {class: 'lie-sign', x: 10, y: 16}, '≠'));
  place.append(legend);

  document.querySelectorAll('[data-crossing][hidden]').forEach(it => {
    it.hidden = false;
    const [panel, number] = it.dataset.crossing.split(' ').map(Number);
    it.addEventListener('click', () => panels[panel].showCrossing(number));
  });
  document.querySelectorAll('.facts li').forEach(it => {
    if (/^[1-9]\d* (crossings?|lies?)$/.test(it.textContent)) it.classList.add('bad');
  });
  let width = innerWidth;
  addEventListener('resize', () => { if (innerWidth !== width) { width = innerWidth; redraw(); } });
  document.documentElement.dataset.drawn = Math.round(performance.now());
})();
