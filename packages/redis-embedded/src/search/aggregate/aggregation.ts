import type { Keyspace } from '../../engine/keyspace.ts';
import { RedisError, toText } from '../../protocol/reply.ts';
import { cellReader, loadAll } from '../load.ts';
import { firstSorted, type SortKey } from '../order.ts';
import type { Matcher } from '../query/matcher.ts';
import { type Scores, scoresOf } from '../scores.ts';
import type { SearchIndex } from '../search-index.ts';
import type { Aggregation, Step } from './aggregation-options.ts';
import { makePlan, type Plan, SCORE } from './aggregation-plan.ts';
import { evaluate } from './expression.ts';
import { reduce } from './reducers.ts';
import { type Cell, isTrue, type Row } from './row.ts';
import { tagFacets } from './tag-facets.ts';

/** The rows of an aggregation, and what else its reply tells. */
interface Result {
	/** What the rows may have, in the order in which it became known. */
	readonly columns: readonly string[];
	readonly rows: readonly Row[];
	/** How many rows had been looked at when the first one was there, and when the last one was. */
	readonly totals: readonly [first: number, last: number];
	/** Why there are no more rows. */
	readonly warning: string | undefined;
}

/** Finds documents and turns them into rows, step by step. */
export function runAggregation(
	db: Keyspace,
	index: SearchIndex,
	query: string,
	aggregation: Aggregation,
): Result {
	const matcher = index.recent.of(index, query, aggregation);
	const plan = makePlan(index, aggregation);
	const {
		rows: stream,
		steps,
		count,
	} = tagFacets(db, index, matcher, plan) ?? allRows(db, index, matcher, aggregation, plan);
	const rows: Row[] = [];
	let first: number | undefined;
	let warning: string | undefined;
	try {
		for (const row of take(plan.steps.slice(steps), stream, count)) {
			first ??= count.seen;
			rows.push(row);
		}
	} catch (cause) {
		if (!(cause instanceof RedisError) || rows.length === 0) throw cause;
		warning = cause.message;
	}
	const loaded = plan.loadAll ? rows.flatMap((row) => [...row.keys()]) : [];
	const columns = [...new Set([...plan.columns, ...loaded])];
	return { columns, rows, totals: [first ?? count.seen, count.seen], warning };
}

/** Rows that come one by one, how many of the steps they stand for, and how many of them were looked at. */
export interface Begun {
	readonly rows: Iterable<Row>;
	readonly steps: number;
	readonly count: { seen: number };
}

/** Does the steps that are left: no row is looked at before it is asked for, unless all of them must be. */
function take(steps: Plan['steps'], begun: Iterable<Row>, count: Begun['count']): Iterable<Row> {
	let rows = Iterator.from(begun);
	for (const step of steps) {
		if (step.kind === 'sort') rows = firstSorted([...rows], step, sortKey).values();
		else if (step.kind === 'group') {
			const groups = group(rows, step);
			count.seen = groups.length;
			rows = groups.values();
		} else if (step.kind === 'apply')
			rows = rows.map((row) => new Map(row).set(step.as, evaluate(step.expression, row)));
		else if (step.kind === 'filter') rows = rows.filter((row) => isTrue(evaluate(step.expression, row)));
		// Who asks for no rows is told how many there are.
		else if (step.count === 0) rows = [...rows].values().take(0);
		else rows = rows.drop(step.offset).take(step.count);
	}
	return rows;
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
	const count = { seen: 0 };
	const read = rowReader(db, index, plan, scores);
	const rows = index.documents
		.page(found, 0, found.size)
		.values()
		.map((slot) => {
			count.seen++;
			return read(slot);
		});
	return { rows, steps: 0, count };
}

function rowReader(
	db: Keyspace,
	index: SearchIndex,
	plan: Plan,
	scores: Scores | undefined,
): (slot: number) => Row {
	const { keys } = index.documents;
	const readers = Array.from(plan.wanted, ([as, { name, sorted }]) => ({
		as,
		read: cellReader(db, index, name, sorted),
	}));
	return (slot) => {
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
	};
}

function sortKey(row: Row, name: string): SortKey {
	const cell = row.get(name);
	// Lists are all the same.
	return Array.isArray(cell) ? '' : cell;
}

/** RediSearch stops after its timeout instead, with what it has by then. */
const MAX_GROUPS = 1_000_000;
const tooMany = (): RedisError => new RedisError(`More than ${MAX_GROUPS} groups`);

function group(rows: Iterable<Row>, { by, reducers }: Extract<Step, { kind: 'group' }>): Row[] {
	const groups = new Map<string, { keys: Cell[]; rows: Row[] }>();
	for (const row of rows) {
		// A list counts once for each of its items.
		for (const keys of combinations(by.map((name) => row.get(name) ?? null))) {
			const id = JSON.stringify(keys.map(nameOf));
			const found = groups.get(id);
			if (found) found.rows.push(row);
			else if (groups.size === MAX_GROUPS) throw tooMany();
			else groups.set(id, { keys, rows: [row] });
		}
	}
	return Array.from(groups.values(), (each) => {
		const row: Row = new Map(by.map((name, i) => [name, each.keys[i]!]));
		for (const reducer of reducers) row.set(reducer.as, reduce(reducer, each.rows));
		return row;
	});
}

/** Tells numbers apart from texts, and those that JSON does not have from each other. */
const nameOf = (key: Cell): unknown => (typeof key === 'number' ? { number: String(key) } : key);

function combinations(cells: readonly Cell[]): Cell[][] {
	const sizes = cells.map((cell) => (Array.isArray(cell) ? cell.length || 1 : 1));
	if (sizes.reduce((product, size) => product * size, 1) > MAX_GROUPS) throw tooMany();
	return cells.reduce<Cell[][]>(
		(found, cell) => {
			const items = Array.isArray(cell) ? cell : [cell];
			return found.flatMap((keys) => (items.length > 0 ? items : [null]).map((each) => [...keys, each]));
		},
		[[]],
	);
}
