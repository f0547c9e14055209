import type { Keyspace } from '../engine/keyspace.ts';
import { toBytes, toText } from '../protocol/reply.ts';
import type { Aggregation, Step } from './aggregation-options.ts';
import type { DocumentSet } from './document-set.ts';
import { evaluate, isTrue } from './expression.ts';
import { loadAll, propertyReader } from './load.ts';
import { compareValues } from './order.ts';
import { reduce } from './reducers.ts';
import type { Cell, Row } from './row.ts';
import type { SearchIndex } from './search-index.ts';
import { tagFacets } from './tag-facets.ts';

const DEFAULT_LIMIT = 10;

/** Finds documents and turns them into rows, step by step. */
export function runAggregation(db: Keyspace, index: SearchIndex, query: string, aggregation: Aggregation) {
	const matcher = index.recent.of(index, query, aggregation);
	const facets = tagFacets(db, index, matcher, aggregation);
	let rows = facets?.rows ?? loadRows(db, index, matcher.documents, aggregation);
	let total = rows.length;
	for (const step of aggregation.steps.slice(facets?.steps ?? 0)) {
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

function loadRows(db: Keyspace, index: SearchIndex, found: DocumentSet, aggregation: Aggregation): Row[] {
	const { keys } = index.documents;
	const names = [...usedFields(index, aggregation.steps)].map(toBytes);
	const wanted = [...names.map((name) => ({ name, as: name })), ...aggregation.loads];
	const readers = wanted.map(({ name, as }) => {
		const type = index.definition.fields.find((field) => toBytes(field.name) === name)?.type;
		return { as: toText(as), read: propertyReader(index, name), numeric: type === 'NUMERIC' };
	});
	return index.documents.page(found, 0, found.size).map((slot) => {
		const value = db.find(keys[slot]!)?.value;
		const row: Row = new Map();
		for (const { as, read, numeric } of readers) {
			const text = read(value);
			if (text !== undefined) row.set(as, numeric ? Number(text) : toText(text));
		}
		if (aggregation.loadAll) for (const [name, text] of loadAll(value)) row.set(toText(name), toText(text));
		return row;
	});
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
