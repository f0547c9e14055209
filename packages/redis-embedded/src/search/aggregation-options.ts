import { RedisError, toText } from '../protocol/reply.ts';
import { type Expression, parseExpression } from './expression.ts';
import { readDialect, readParams, readReturns, Words } from './search-options.ts';

export interface Reducer {
	readonly name: string;
	/** Properties, without their `@`. */
	readonly args: readonly string[];
	readonly as: string;
}

/** What is done with the rows, in the order in which it was written. */
export type Step =
	| { readonly kind: 'group'; readonly by: readonly string[]; readonly reducers: readonly Reducer[] }
	| {
			readonly kind: 'sort';
			readonly by: readonly { readonly name: string; readonly descending: boolean }[];
			readonly max: number;
	  }
	| { readonly kind: 'apply'; readonly expression: Expression; readonly as: string }
	| { readonly kind: 'filter'; readonly expression: Expression }
	| { readonly kind: 'limit'; readonly offset: number; readonly count: number };

export interface Aggregation {
	readonly dialect: number;
	readonly params: ReadonlyMap<string, string>;
	readonly verbatim: boolean;
	readonly scorer: string;
	/** Rows have the property `__score`. */
	readonly addScores: boolean;
	readonly loads: readonly { readonly name: string; readonly as: string }[];
	readonly loadAll: boolean;
	readonly steps: readonly Step[];
}

/** Reads the words of FT.AGGREGATE that come after the query. */
export function readAggregation(args: readonly string[], from: number): Aggregation {
	const words = new Words(args, from);
	let dialect = 1;
	let params = new Map<string, string>();
	let verbatim = false;
	let scorer = 'TFIDF';
	let addScores = false;
	let loadAll = false;
	const loads: { name: string; as: string }[] = [];
	const steps: Step[] = [];
	while (words.more) {
		const option = words.next().toUpperCase();
		if (option === 'LOAD') {
			if (words.take('*')) loadAll = true;
			else loads.push(...readReturns(words.list()));
		} else if (option === 'GROUPBY') steps.push(readGroup(words));
		else if (option === 'SORTBY') steps.push(readSort(words));
		else if (option === 'APPLY') {
			const expression = parseExpression(toText(words.next()));
			if (!words.take('AS')) throw new RedisError('AS must be specified for APPLY');
			steps.push({ kind: 'apply', expression, as: toText(words.next()) });
		} else if (option === 'FILTER')
			steps.push({ kind: 'filter', expression: parseExpression(toText(words.next())) });
		else if (option === 'LIMIT')
			steps.push({ kind: 'limit', offset: words.integer(), count: words.integer() });
		else if (option === 'DIALECT') dialect = readDialect(words);
		else if (option === 'PARAMS') params = readParams(words);
		else if (option === 'VERBATIM') verbatim = true;
		else if (option === 'SCORER') scorer = words.next();
		else if (option === 'ADDSCORES') addScores = true;
		else if (option === 'TIMEOUT') words.next();
		else
			throw new RedisError(`Unknown argument \`${words.last}\` at position ${words.position - 1} for <main>`);
	}
	return { dialect, params, verbatim, scorer, addScores, loads, loadAll, steps };
}

const property = (word: string): string => {
	if (!word.startsWith('@'))
		throw new RedisError(
			`Bad arguments for GROUPBY: Unknown property \`${word}\`. Did you mean \`@${word}\`?`,
		);
	return toText(word.slice(1));
};

function readGroup(words: Words): Step {
	const by = words.list().map(property);
	const reducers: Reducer[] = [];
	while (words.take('REDUCE')) {
		const name = words.next().toUpperCase();
		const args = words.list().map((word) => toText(word).replace(/^@/, ''));
		const as = words.take('AS')
			? toText(words.next())
			: `__generated_alias${name.toLowerCase()}${args.join(',')}`;
		reducers.push({ name, args, as });
	}
	return { kind: 'group', by, reducers };
}

function readSort(words: Words): Step {
	const by: { name: string; descending: boolean }[] = [];
	for (const word of words.list()) {
		const direction = word.toUpperCase();
		if (word.startsWith('@')) by.push({ name: toText(word.slice(1)), descending: false });
		else if ((direction === 'ASC' || direction === 'DESC') && by.length > 0) {
			by.push({ ...by.pop()!, descending: direction === 'DESC' });
		} else throw new RedisError('MISSING ASC or DESC after sort field');
	}
	const max = words.take('MAX') ? words.integer() : 0;
	return { kind: 'sort', by, max: max > 0 ? max : Number.POSITIVE_INFINITY };
}
