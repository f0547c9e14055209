import type { Keyspace } from '../engine/keyspace.ts';
import { RedisError, toBytes, toText } from '../protocol/reply.ts';
import type { Aggregation, Step } from './aggregation-options.ts';
import { evaluate } from './expression.ts';
import { loadAll, slotReader } from './load.ts';
import type { Matcher } from './matcher.ts';
import { firstSorted, type SortKey } from './order.ts';
import { reduce } from './reducers.ts';
import { type Cell, isTrue, type Row } from './row.ts';
import { type Scores, scoresOf } from './scores.ts';
import type { SearchIndex } from './search-index.ts';
import { tagFacets } from './tag-facets.ts';

/** What is a property of every row that has a score. */
const SCORE = '__score';

/** Finds documents and turns them into rows, step by step. */
export function runAggregation(db: Keyspace, index: SearchIndex, query: string, aggregation: Aggregation) {
	const matcher = index.recent.of(index, query, aggregation);
	const plan = makePlan(index, aggregation);
	return finish(plan, tagFacets(db, index, matcher, plan) ?? allRows(db, index, matcher, aggregation, plan));
}

/** What the rows begin with, and what is done with them. */
export interface Plan {
	/** Properties of documents by what they are called; `sorted`: as the index sorts by them. */
	readonly wanted: ReadonlyMap<string, { readonly name: string; readonly sorted: boolean }>;
	readonly loadAll: boolean;
	readonly steps: readonly Exclude<Step, { kind: 'load' }>[];
}

/** Looks what the steps need of documents. What is no field of the schema must be loaded before it is used. */
function makePlan(index: SearchIndex, { steps, addScores }: Aggregation): Plan {
	const wanted = new Map<string, { name: string; sorted: boolean }>();
	let known = new Set(addScores ? [SCORE] : []);
	let loadsAll = false;
	let grouped = false;
	/** @param lazy whether any field of the schema will do, or only one that is at hand */
	const use = (name: string, lazy: boolean, message: string): void => {
		const field = grouped ? undefined : index.field(name);
		if (known.has(name)) return;
		if (!field || !(field.sortable || lazy || loadsAll)) throw new RedisError(message);
		known.add(name);
		if (!loadsAll || field.sortable) wanted.set(name, { name: toBytes(name), sorted: field.sortable });
	};
	for (const step of steps) {
		if (step.kind === 'load') {
			loadsAll ||= step.all;
			for (const { name, as } of step.loads) {
				known.add(toText(as));
				wanted.set(toText(as), { name, sorted: false });
			}
		} else if (step.kind === 'group') {
			for (const name of step.by) use(name, true, `No such property \`${name}\``);
			for (const name of step.reducers.flatMap(({ properties }) => properties))
				use(name, true, `Property \`${name}\` not present in document or pipeline`);
			known = new Set([...step.by, ...step.reducers.map(({ as }) => as)]);
			grouped = true;
		} else if (step.kind === 'sort') {
			for (const { name } of step.by) use(name, true, `Property \`${name}\` not loaded nor in schema`);
		} else if (step.kind !== 'limit') {
			for (const name of step.expression.properties)
				use(name, false, `Property \`${name}\` not loaded nor in pipeline`);
			if (step.kind === 'apply') known.add(step.as);
		}
	}
	return { wanted, loadAll: loadsAll, steps: steps.filter((step) => step.kind !== 'load') };
}

/** Rows, for how many of the steps they stand, and how many rows there would be without a limit. */
export interface Begun {
	readonly rows: Row[];
	readonly steps: number;
	readonly total: number;
}

/** Does the steps that are left. RediSearch counts what it has seen when it answers the first row. */
function finish({ steps }: Plan, begun: Begun): { rows: Row[]; total: number } {
	let { rows, total } = begun;
	let seen: (row: number) => number = begun.steps > 0 ? () => total : (row) => Math.min(row + 1, total);
	/** By number of the row: of those that came with the last sort or group. */
	let numbers = rows.map((_, i) => i);
	let dropped: number[] = [];
	for (const step of steps.slice(begun.steps)) {
		if (step.kind === 'group' || step.kind === 'sort') {
			total = step.kind === 'sort' ? rows.length : total;
			rows = step.kind === 'sort' ? firstSorted(rows, step, sortKey) : group(rows, step);
			if (step.kind === 'group') total = rows.length;
			seen = () => total;
			numbers = rows.map((_, i) => i);
			dropped = [];
		} else if (step.kind === 'apply')
			rows = rows.map((row) => new Map(row).set(step.as, evaluate(step.expression, row)));
		else {
			const keeps = rows.map((row, i) =>
				step.kind === 'limit'
					? i >= step.offset && i < step.offset + step.count
					: isTrue(evaluate(step.expression, row)),
			);
			if (step.kind === 'filter') dropped = [...dropped, ...numbers.filter((_, i) => !keeps[i])];
			numbers = numbers.filter((_, i) => keeps[i]);
			rows = rows.filter((_, i) => keeps[i]);
		}
	}
	const first = numbers[0] ?? Number.POSITIVE_INFINITY;
	return { rows, total: seen(first) - dropped.filter((number) => number < first).length };
}

function allRows(
	db: Keyspace,
	index: SearchIndex,
	matcher: Matcher,
	{ addScores, scorer }: Aggregation,
	plan: Plan,
): Begun {
	const found = matcher.documents;
	const scores = addScores ? scoresOf(index, scorer, matcher, found) : undefined;
	const rows = loadRows(db, index, index.documents.page(found, 0, found.size), plan, scores);
	return { rows, steps: 0, total: rows.length };
}

function loadRows(
	db: Keyspace,
	index: SearchIndex,
	slots: readonly number[],
	plan: Plan,
	scores: Scores | undefined,
): Row[] {
	const { keys } = index.documents;
	const readers = Array.from(plan.wanted, ([as, { name, sorted }]) => ({
		as,
		read: cellReader(db, index, name, sorted),
	}));
	return slots.map((slot) => {
		const row: Row = new Map();
		if (scores) row.set(SCORE, scores.of(slot));
		for (const { as, read } of readers) {
			const cell = read(slot);
			if (cell !== undefined) row.set(as, cell);
		}
		if (plan.loadAll) {
			for (const [name, text] of loadAll(db.find(keys[slot]!)?.value))
				if (!row.has(toText(name))) row.set(toText(name), toText(text));
		}
		return row;
	});
}

/** Reads a property of documents, or what they are sorted by. */
function cellReader(
	db: Keyspace,
	index: SearchIndex,
	name: string,
	sorted: boolean,
): (slot: number) => string | number | undefined {
	const column = index.orders.get(toText(name))?.column;
	if (column && sorted) return (slot) => column.get(slot);
	const read = slotReader(db, index, name);
	return (slot) => {
		const cell = read(slot);
		return typeof cell === 'string' ? toText(cell) : cell;
	};
}

function sortKey(row: Row, name: string): SortKey {
	const cell = row.get(name);
	return Array.isArray(cell) ? String(cell[0] ?? '') : cell;
}

function group(rows: readonly Row[], { by, reducers }: Extract<Step, { kind: 'group' }>): Row[] {
	const groups = new Map<string, { keys: Cell[]; rows: Row[] }>();
	for (const row of rows) {
		// A list counts once for each of its items.
		for (const keys of combinations(by.map((name) => row.get(name) ?? null))) {
			const id = JSON.stringify(keys);
			const found = groups.get(id);
			if (found) found.rows.push(row);
			else groups.set(id, { keys, rows: [row] });
		}
	}
	return Array.from(groups.values(), (each) => {
		const row: Row = new Map(by.map((name, i) => [name, each.keys[i]!]));
		for (const reducer of reducers) row.set(reducer.as, reduce(reducer, each.rows));
		return row;
	});
}

function combinations(cells: readonly Cell[]): Cell[][] {
	return cells.reduce<Cell[][]>(
		(found, cell) => {
			const items = Array.isArray(cell) ? cell : [cell];
			return found.flatMap((keys) => (items.length > 0 ? items : [null]).map((each) => [...keys, each]));
		},
		[[]],
	);
}
