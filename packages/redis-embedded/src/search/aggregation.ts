import type { Keyspace } from '../engine/keyspace.ts';
import { toBytes, toText } from '../protocol/reply.ts';
import type { Value } from '../values/value.ts';
import type { Aggregation, Step } from './aggregation-options.ts';
import { evaluate, isTrue } from './expression.ts';
import { loadAll, loadProperty } from './load.ts';
import { compile } from './matcher.ts';
import { compareValues } from './order.ts';
import { parseQuery } from './query.ts';
import { reduce } from './reducers.ts';
import type { Cell, Row } from './row.ts';
import type { SearchIndex } from './search-index.ts';

const DEFAULT_LIMIT = 10;

/** Finds documents and turns them into rows, step by step. */
export function runAggregation(db: Keyspace, index: SearchIndex, query: string, aggregation: Aggregation) {
	const { dialect, params, verbatim, steps } = aggregation;
	const matcher = compile(parseQuery(query, dialect, params), {
		index,
		verbatim,
		fields: undefined,
		weigh: () => 0,
	});
	const fields = usedFields(index, steps);
	let rows: Row[] = Array.from(matcher.documents(), (number) =>
		loadRow(index, db.find(index.documents.get(number)!.key)?.value, aggregation, fields),
	);
	let total = rows.length;
	for (const step of steps) {
		rows = perform(step, rows);
		if (step.kind === 'group' || step.kind === 'filter') total = rows.length;
		// A sort without a limit gives the first ten rows.
		if (
			step.kind === 'sort' &&
			step.max === Number.POSITIVE_INFINITY &&
			!steps.some(({ kind }) => kind === 'limit')
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

function loadRow(
	index: SearchIndex,
	value: Value | undefined,
	aggregation: Aggregation,
	fields: Set<string>,
): Row {
	const row: Row = new Map();
	const take = (name: string, as: string) => {
		const text = loadProperty(index, value, name);
		if (text === undefined) return;
		const type = index.definition.fields.find((field) => toBytes(field.name) === name)?.type;
		row.set(toText(as), type === 'NUMERIC' ? Number(text) : toText(text));
	};
	for (const name of fields) take(toBytes(name), toBytes(name));
	for (const { name, as } of aggregation.loads) take(name, as);
	if (aggregation.loadAll) for (const [name, text] of loadAll(value)) row.set(toText(name), toText(text));
	return row;
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
