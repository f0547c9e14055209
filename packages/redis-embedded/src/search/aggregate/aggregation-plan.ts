import { textError, toBytes, toText } from '../../protocol/reply.ts';
import type { SearchIndex } from '../search-index.ts';
import type { Aggregation, Step } from './aggregation-options.ts';

/** What is a property of every row that has a score. */
export const SCORE = '__score';

/** What the rows begin with, and what is done with them. */
export interface Plan {
	/** Properties of documents by what they are called; `sorted`: as the index sorts by them. */
	readonly wanted: ReadonlyMap<string, { readonly name: string; readonly sorted: boolean }>;
	readonly loadAll: boolean;
	/** What rows have in the end, in the order in which it became known. */
	readonly columns: Iterable<string>;
	readonly steps: readonly Exclude<Step, { kind: 'load' }>[];
}

/** Looks what the steps need of documents. What is no field of the schema must be loaded before it is used. */
export function makePlan(index: SearchIndex, { steps, addScores }: Aggregation): Plan {
	const wanted = new Map<string, { name: string; sorted: boolean }>();
	let known = new Set(addScores ? [SCORE] : []);
	let loadsAll = false;
	let grouped = false;
	/** @param lazy whether any field of the schema will do, or only one that is at hand */
	const use = (name: string, lazy: boolean, message: string): void => {
		const field = grouped ? undefined : index.field(name);
		if (known.has(name)) return;
		if (!field || !(field.sortable || lazy || loadsAll)) throw textError(message);
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
	return {
		...{ wanted, columns: known, loadAll: loadsAll },
		steps: steps.filter((step) => step.kind !== 'load'),
	};
}
