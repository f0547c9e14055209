import { RedisError, textError, toText } from '../../protocol/reply.ts';
import {
	type QueryOptions,
	queryDefaults,
	readLimit,
	readQueryOption,
	readReturns,
} from '../search-options.ts';
import type { Words } from '../words.ts';
import { type Expression, parseExpression } from './expression.ts';
import { REDUCERS } from './reducers.ts';

export interface Reducer {
	readonly name: string;
	/** The properties it looks at, without their `@`, and what else it is told. */
	readonly properties: readonly string[];
	readonly args: readonly string[];
	readonly as: string;
}

/** The rows by some properties, each deciding among equals of the one before; those of a page are left. */
export interface SortStep {
	readonly kind: 'sort';
	readonly by: readonly { readonly name: string; readonly descending: boolean }[];
	readonly offset: number;
	readonly count: number;
}

/** What is done with the rows, in the order in which it was written. */
export type Step =
	| { readonly kind: 'load'; readonly all: boolean; readonly loads: ReturnType<typeof readReturns> }
	| { readonly kind: 'group'; readonly by: readonly string[]; readonly reducers: readonly Reducer[] }
	| SortStep
	| { readonly kind: 'apply'; readonly expression: Expression; readonly as: string }
	| { readonly kind: 'filter'; readonly expression: Expression }
	| { readonly kind: 'limit'; readonly offset: number; readonly count: number };

export interface Aggregation extends QueryOptions {
	/** Rows have the property `__score`. */
	addScores: boolean;
	readonly steps: readonly Step[];
}

type Arrangement = Extract<Step, { kind: 'sort' | 'limit' }>;

const DEFAULT_LIMIT = 10;
const MAX_SORT_KEYS = 8;
const WRONG_LOAD = 'Expected number of fields or `*`';

/** Reads the words of FT.AGGREGATE that come after the query. */
export function readAggregation(words: Words): Aggregation {
	const steps: Step[] = [];
	const aggregation: Aggregation = { ...queryDefaults(), addScores: false, steps };
	/** What is sorted and limited between two groups is so in one step. */
	const arrange = (change: (before: Arrangement | undefined) => Arrangement): void => {
		const at = steps.findLastIndex(({ kind }) => kind === 'sort' || kind === 'limit' || kind === 'group');
		const before = steps[at];
		if (before === undefined || before.kind === 'group') steps.push(change(undefined));
		else steps[at] = change(before as Arrangement);
	};
	while (words.more) {
		const option = words.next().toUpperCase();
		if (option === 'LOAD') {
			if (steps.some(({ kind }) => kind === 'group'))
				throw new RedisError('LOAD cannot be applied after projectors or reducers');
			const all = words.take('*');
			steps.push({ kind: 'load', all, loads: all ? [] : readReturns(words.list('LOAD', WRONG_LOAD)) });
		} else if (option === 'GROUPBY') steps.push(readGroup(words));
		else if (option === 'SORTBY') {
			arrange((before) => readSort(words, before));
		} else if (option === 'APPLY') {
			const text = toText(words.next('APPLY/FILTER'));
			const as = words.take('AS') ? toText(words.next()) : text;
			steps.push({ kind: 'apply', expression: parseExpression(text), as });
		} else if (option === 'FILTER')
			steps.push({ kind: 'filter', expression: parseExpression(toText(words.next('APPLY/FILTER'))) });
		else if (option === 'LIMIT') {
			const limit = readLimit(words);
			arrange((before) => ({ ...(before ?? { kind: 'limit' }), ...limit }));
		} else if (option === 'ADDSCORES') aggregation.addScores = true;
		else if (['RETURN', 'SUMMARIZE', 'HIGHLIGHT'].includes(option))
			throw new RedisError(`${option} is not supported on FT.AGGREGATE`);
		else if (!readQueryOption(option, words, aggregation)) throw words.unknown();
	}
	return aggregation;
}

const withoutAt = (word: string): string => toText(word).replace(/^@/, '');

function readGroup(words: Words): Step {
	const by = words.list().map((word) => {
		if (word.startsWith('@')) return withoutAt(word);
		throw new RedisError(
			`Bad arguments for GROUPBY: Unknown property \`${word}\`. Did you mean \`@${word}\`?`,
		);
	});
	const reducers: Reducer[] = [];
	while (words.take('REDUCE')) {
		const given = words.next();
		const name = given.toUpperCase();
		const all = words.list(name).map(withoutAt);
		const as = words.take('AS')
			? toText(words.next())
			: `__generated_alias${name.toLowerCase()}${all.join(',').toLowerCase()}`;
		const reducer = REDUCERS.get(name);
		if (reducer === undefined) throw new RedisError(`No such reducer: ${given}`);
		reducers.push({ name, as, ...reducer.read(all, name) });
	}
	const names = [...by, ...reducers.map(({ as }) => as)];
	const twice = names.find((name, i) => names.indexOf(name) < i);
	if (twice !== undefined) throw textError(`Property \`${twice}\` specified more than once`);
	return { kind: 'group', by, reducers };
}

function readSort(words: Words, before: Arrangement | undefined): Arrangement {
	if (before?.kind === 'sort')
		throw new RedisError('Multiple SORTBY steps are not allowed. Sort multiple fields in a single step');
	const by: { name: string; descending: boolean }[] = [];
	for (const word of words.list()) {
		const direction = word.toUpperCase();
		if (word.startsWith('@')) by.push({ name: withoutAt(word), descending: false });
		else if ((direction === 'ASC' || direction === 'DESC') && by.length > 0) {
			by.push({ ...by.pop()!, descending: direction === 'DESC' });
		} else throw new RedisError(`MISSING ASC or DESC after sort field (${word})`);
	}
	if (by.length > MAX_SORT_KEYS) throw new RedisError(`Cannot sort by more than ${MAX_SORT_KEYS} fields`);
	const max = words.take('MAX') ? words.count() : before?.count;
	const { offset, count } = before ?? { offset: 0, count: DEFAULT_LIMIT };
	// Who asks for no rows at all gets none.
	return { kind: 'sort', by, offset, count: offset + count === 0 ? 0 : max || DEFAULT_LIMIT };
}
