import { int64 } from '../engine/arguments.ts';
import { RedisError, textError, toText } from '../protocol/reply.ts';
import { isLanguage } from './definition.ts';
import { readFilter, readGeoFilter } from './query/filter-options.ts';
import type { QueryNode } from './query/query.ts';
import type { Words } from './words.ts';

/** How a query is to be understood. */
export interface QueryOptions {
	dialect: number;
	params: ReadonlyMap<string, string>;
	scorer: string;
	/** Terms are taken as they are, without their stems. */
	verbatim: boolean;
	/** The index's stop words are passed over. */
	stopWords: boolean;
	/** Of the query, if not the index's. */
	language: string | undefined;
	/** Text fields to look in when the query names none. */
	inFields: readonly string[] | undefined;
	/** So many other words may lie among those of the query. */
	slop: number | undefined;
	inOrder: boolean;
	/** What documents must be besides. */
	filters: QueryNode[];
}

export interface SearchOptions extends QueryOptions {
	noContent: boolean;
	withScores: boolean;
	withPayloads: boolean;
	withSortKeys: boolean;
	inKeys: ReadonlySet<string> | undefined;
	/** What to return of each document, by which name; everything when undefined. */
	returns: readonly { readonly name: string; readonly as: string }[] | undefined;
	sortBy: { readonly name: string; readonly descending: boolean } | undefined;
	offset: number;
	count: number;
}

const MAX_RESULTS = 1_000_000;
const MAX_DIALECT = 4;

export const queryDefaults = (): QueryOptions => ({
	...{ dialect: 1, params: new Map(), scorer: 'TFIDF', verbatim: false, stopWords: true },
	...{ language: undefined, inFields: undefined, slop: undefined, inOrder: false, filters: [] },
});

/** Reads the words of FT.SEARCH that come after the query. */
export function readSearchOptions(words: Words): SearchOptions {
	const options: SearchOptions = {
		...queryDefaults(),
		...{ noContent: false, withScores: false, withPayloads: false, withSortKeys: false },
		...{ inKeys: undefined, returns: undefined, sortBy: undefined, offset: 0, count: 10 },
	};
	while (words.more) {
		const option = words.next().toUpperCase();
		if (option === 'NOCONTENT') options.noContent = true;
		else if (option === 'WITHSCORES') options.withScores = true;
		else if (option === 'WITHPAYLOADS') options.withPayloads = true;
		else if (option === 'WITHSORTKEYS') options.withSortKeys = true;
		else if (option === 'INKEYS') options.inKeys = new Set(words.list());
		else if (option === 'RETURN') {
			options.returns = readReturns(words.list());
			if (options.returns.length === 0) options.noContent = true;
		} else if (option === 'SORTBY') {
			if (options.sortBy) throw new RedisError('Multiple SORTBY steps are not allowed');
			if (!words.more) throw new RedisError('Bad SORTBY arguments');
			const name = toText(words.next()).replace(/^@/, '');
			options.sortBy = { name, descending: words.take('DESC') || (words.take('ASC') && false) };
			if (words.take('MAX')) throw new RedisError('SORTBY MAX is not supported by FT.SEARCH');
		} else if (option === 'LIMIT') {
			Object.assign(options, readLimit(words));
			if (options.count > MAX_RESULTS) throw new RedisError(`LIMIT exceeds maximum of ${MAX_RESULTS}`);
		} else if (option === 'FILTER') options.filters.push(readFilter(words));
		else if (option === 'GEOFILTER') options.filters.push(readGeoFilter(words));
		else if (option === 'ADDSCORES') throw new RedisError('ADDSCORES is not supported on FT.SEARCH');
		else if (!readQueryOption(option, words, options)) throw words.unknown();
	}
	return options;
}

/** Reads an option that all commands with a query take. @returns whether it is one */
export function readQueryOption(option: string, words: Words, options: QueryOptions): boolean {
	switch (option) {
		case 'VERBATIM':
			options.verbatim = true;
			return true;
		case 'WITHCOUNT':
		case 'WITHOUTCOUNT':
			return true;
		case 'NOSTOPWORDS':
			options.stopWords = false;
			return true;
		case 'INORDER':
			options.inOrder = true;
			return true;
		case 'SLOP':
			options.slop = words.count();
			return true;
		case 'INFIELDS':
			options.inFields = words.list().map(toText);
			return true;
		case 'LANGUAGE':
			options.language = words.next().toLowerCase();
			if (!isLanguage(options.language)) throw new RedisError(`No such language ${words.last}`);
			return true;
		case 'EXPANDER':
			// The two that RediSearch has by default; with any other nothing is expanded.
			if (!['SBSTEM', 'DEFAULT'].includes(words.next().toUpperCase())) options.verbatim = true;
			return true;
		case 'SCORER':
			options.scorer = words.next();
			return true;
		case 'PARAMS':
			if (options.params.size > 0)
				throw new RedisError('Multiple PARAMS are not allowed. Parameters can be defined only once');
			options.params = readParams(words);
			return true;
		case 'DIALECT':
			options.dialect = readDialect(words);
			return true;
		case 'TIMEOUT':
			if (!words.more) throw new RedisError('Need argument for TIMEOUT');
			if ((int64(words.next()) ?? -1n) < 0n) throw new RedisError('TIMEOUT requires a non negative integer');
			return true;
		case 'FORMAT':
			if (!words.more) throw new RedisError('Need an argument for FORMAT');
			if (words.next().toUpperCase() !== 'STRING')
				throw new RedisError(`FORMAT ${words.last} is not supported`);
			return true;
		case 'PAYLOAD':
			words.next();
			return true;
		default:
			return false;
	}
}

export function readDialect(words: Words): number {
	if (!words.more) throw new RedisError('Need an argument for DIALECT');
	const dialect = Number(int64(words.next()));
	if (dialect >= 1 && dialect <= MAX_DIALECT) return dialect;
	throw new RedisError(`DIALECT requires a non negative integer >=1 and <= ${MAX_DIALECT}`);
}

export function readLimit(words: Words): { offset: number; count: number } {
	const given = words.rest(2).map(int64);
	if (given.length < 2) throw new RedisError('LIMIT requires two arguments');
	if (given.some((value) => value === undefined || value < 0n))
		throw new RedisError('LIMIT needs two numeric arguments');
	if (given[0]! > 0n && given[1] === 0n)
		throw new RedisError('The `offset` of the LIMIT must be 0 when `num` is 0');
	if (given[0]! > MAX_RESULTS) throw new RedisError(`OFFSET exceeds maximum of ${MAX_RESULTS}`);
	return { offset: Number(given[0]), count: Number(given[1]) };
}

function readParams(words: Words): Map<string, string> {
	const list = words.list();
	if (list.length === 0 || list.length % 2 === 1) {
		throw new RedisError('Parameters must be specified in PARAM VALUE pairs');
	}
	const params = new Map<string, string>();
	for (let i = 0; i < list.length; i += 2) {
		const name = toText(list[i]!);
		if (params.has(name)) throw textError(`Duplicate parameter \`${name}\``);
		params.set(name, toText(list[i + 1]!));
	}
	return params;
}

/** `name`, or `name AS other`. */
export function readReturns(list: readonly string[]): { name: string; as: string }[] {
	const returns: { name: string; as: string }[] = [];
	for (let i = 0; i < list.length; i++) {
		const name = list[i]!.replace(/^@/, '');
		const renamed = list[i + 1]?.toUpperCase() === 'AS';
		if (renamed && i + 2 === list.length)
			throw new RedisError('RETURN path AS name - must be accompanied with NAME');
		if (renamed && list[i + 2]!.toUpperCase() === 'AS')
			throw new RedisError('Alias for RETURN cannot be `AS`');
		returns.push({ name, as: renamed ? list[i + 2]! : name });
		if (renamed) i += 2;
	}
	return returns;
}
