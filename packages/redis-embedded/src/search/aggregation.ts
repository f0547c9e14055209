import type { Keyspace } from '../engine/keyspace.ts';
import { toBytes, toText } from '../protocol/reply.ts';
import type { Aggregation, Step } from './aggregation-options.ts';
import { evaluate, isTrue } from './expression.ts';
import { loadAll, propertyReader } from './load.ts';
import type { Matcher } from './matcher.ts';
import { compareValues } from './order.ts';
import { reduce } from './reducers.ts';
import type { Cell, Row } from './row.ts';
import { type Scores, scoresOf } from './scores.ts';
import type { SearchIndex } from './search-index.ts';
import { NumberColumn } from './sort-column.ts';
import { tagFacets } from './tag-facets.ts';

const DEFAULT_LIMIT = 10;

/** Finds documents and turns them into rows, step by step. */
export function runAggregation(db: Keyspace, index: SearchIndex, query: string, aggregation: Aggregation) {
	const matcher = index.recent.of(index, query, aggregation);
	const begun =
		tagFacets(db, index, matcher, aggregation) ??
		bestRows(db, index, matcher, aggregation) ??
		allRows(db, index, matcher, aggregation);
	let { rows, total } = begun;
	for (const step of aggregation.steps.slice(begun.steps)) {
		rows = perform(step, rows);
		if (step.kind === 'group' || step.kind === 'filter') total = rows.length;
		// A sort without a limit gives the first ten rows.
		if (
			step.kind === 'sort' &&
			step.max === Number.POSITIVE_INFINITY &&
			!aggregation.steps.some(({ kind }) => kind === 'limit')
		) {
			rows = rows.slice(0, DEFAULT_LIMIT);
		}
	}
	return { rows, total };
}

/** Fields of the schema that steps use: they need not be loaded. */
function usedFields(index: SearchIndex, steps: readonly Step[]): Set<string> {
	const used = new Set<string>();
	const made = new Set<string>();
	const use = (name: string) => {
		if (!made.has(name) && index.field(name)) used.add(name);
	};
	for (const step of steps) {
		if (step.kind === 'group') {
			for (const name of step.by) use(name);
			for (const reducer of step.reducers) for (const name of reducer.args) use(name);
			for (const { as } of step.reducers) made.add(as);
		} else if (step.kind === 'sort') for (const { name } of step.by) use(name);
		else if (step.kind === 'apply' || step.kind === 'filter') {
			for (const name of step.expression.properties) use(name);
			if (step.kind === 'apply') made.add(step.as);
		}
	}
	return used;
}

/** Rows, for how many of the steps they stand, and how many rows there would be without a limit. */
export interface Begun {
	readonly rows: Row[];
	readonly steps: number;
	readonly total: number;
}

function allRows(db: Keyspace, index: SearchIndex, matcher: Matcher, aggregation: Aggregation): Begun {
	const { addScores, scorer } = aggregation;
	const found = matcher.documents;
	const scores = addScores ? scoresOf(index, scorer, matcher, found) : undefined;
	const rows = loadRows(db, index, index.documents.page(found, 0, found.size), aggregation, scores);
	return { rows, steps: 0, total: rows.length };
}

/** The first rows by score and then by one number, where that is asked for: the others need not be made. */
function bestRows(
	db: Keyspace,
	index: SearchIndex,
	matcher: Matcher,
	aggregation: Aggregation,
): Begun | undefined {
	const [sort, next] = aggregation.steps;
	if (!aggregation.addScores || sort?.kind !== 'sort' || sort.max === Number.POSITIVE_INFINITY)
		return undefined;
	const [byScore, byNumber, ...others] = sort.by;
	if (byScore?.name !== SCORE || !byScore.descending || others.length > 0) return undefined;
	const order = byNumber && index.orders.get(byNumber.name);
	if (byNumber && !(order?.column instanceof NumberColumn && order.isComplete)) return undefined;
	const column = order?.column as NumberColumn | undefined;
	const second = column && { numbers: column.values, descending: byNumber!.descending };
	const scores = scoresOf(index, aggregation.scorer, matcher, matcher.documents);
	const limit = next?.kind === 'limit' ? Math.min(sort.max, next.offset + next.count) : sort.max;
	const best = scores.best?.(limit, second);
	if (best === undefined) return undefined;
	const rows = loadRows(db, index, best, aggregation, scores);
	return { rows, steps: 1, total: matcher.documents.size };
}

/** What is a property of every row, without a field of that name. */
const KEY = '__key';
const SCORE = '__score';

function loadRows(
	db: Keyspace,
	index: SearchIndex,
	slots: readonly number[],
	aggregation: Aggregation,
	scores: Scores | undefined,
): Row[] {
	const { keys } = index.documents;
	const names = [...usedFields(index, aggregation.steps)].map(toBytes);
	const loads = aggregation.loads.filter(({ name }) => name !== KEY);
	const wanted = [...names.map((name) => ({ name, as: name })), ...loads];
	const readers = wanted.map(({ name, as }) => ({ as: toText(as), read: cellReader(db, index, name) }));
	const keysAs = aggregation.loads.find(({ name }) => name === KEY)?.as;
	return slots.map((slot) => {
		const row: Row = new Map();
		if (scores) row.set(SCORE, scores.of(slot));
		if (keysAs !== undefined) row.set(toText(keysAs), toText(keys[slot]!));
		for (const { as, read } of readers) {
			const cell = read(slot);
			if (cell !== undefined) row.set(as, cell);
		}
		if (aggregation.loadAll)
			for (const [name, text] of loadAll(db.find(keys[slot]!)?.value)) row.set(toText(name), toText(text));
		return row;
	});
}

/** Reads a property of a document; numbers of the schema are at hand without it. */
function cellReader(
	db: Keyspace,
	index: SearchIndex,
	name: string,
): (slot: number) => string | number | undefined {
	const column = index.orders.get(toText(name))?.column;
	if (column instanceof NumberColumn) return (slot) => column.get(slot);
	const read = propertyReader(index, name);
	return (slot) => {
		const text = read(db.find(index.documents.keys[slot]!)?.value);
		return text === undefined ? undefined : toText(text);
	};
}

function perform(step: Step, rows: Row[]): Row[] {
	switch (step.kind) {
		case 'group':
			return group(rows, step);
		case 'limit':
			return rows.slice(step.offset, step.offset + step.count);
		case 'filter':
			return rows.filter((row) => isTrue(evaluate(step.expression, row)));
		case 'apply':
			return rows.map((row) => new Map(row).set(step.as, evaluate(step.expression, row)));
		case 'sort': {
			const sorted = rows.toSorted((a, b) => {
				for (const { name, descending } of step.by) {
					const order = compareValues(sortable(a.get(name)), sortable(b.get(name)), descending);
					if (order !== 0) return order;
				}
				return 0;
			});
			return sorted.slice(0, step.max);
		}
	}
}

const sortable = (cell: Cell | undefined): string | number | undefined =>
	cell === null || cell === undefined ? undefined : Array.isArray(cell) ? String(cell[0] ?? '') : cell;

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
	if (rows.length === 0 && by.length === 0) groups.set('', { keys: [], rows: [] });
	return Array.from(groups.values(), (each) => {
		const row: Row = new Map(by.map((name, i) => [name, each.keys[i]!]));
		for (const reducer of reducers) row.set(reducer.as, reduce(reducer, each.rows));
		return row;
	});
}

function combinations(cells: readonly Cell[]): Cell[][] {
	return cells.reduce<Cell[][]>(
		(found, cell) =>
			found.flatMap((keys) => (Array.isArray(cell) ? cell : [cell]).map((each) => [...keys, each])),
		[[]],
	);
}
