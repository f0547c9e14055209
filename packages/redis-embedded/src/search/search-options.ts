import { parseInteger } from '../engine/arguments.ts';
import { RedisError, toText } from '../protocol/reply.ts';

export interface SearchOptions {
	readonly dialect: number;
	readonly params: ReadonlyMap<string, string>;
	readonly scorer: string;
	readonly verbatim: boolean;
	readonly noContent: boolean;
	readonly withScores: boolean;
	readonly inKeys: ReadonlySet<string> | undefined;
	readonly inFields: readonly string[] | undefined;
	/** What to return of each document, by which name; everything when undefined. */
	readonly returns: readonly { readonly name: string; readonly as: string }[] | undefined;
	readonly sortBy: { readonly name: string; readonly descending: boolean } | undefined;
	readonly offset: number;
	readonly count: number;
}

const MAX_RESULTS = 1_000_000;
const IGNORED = new Set([
	'NOSTOPWORDS',
	'INORDER',
	'WITHSORTKEYS',
	'EXPLAINSCORE',
	'WITHPAYLOADS',
	'WITHCOUNT',
]);
const IGNORED_WITH_VALUE = new Set(['LANGUAGE', 'EXPANDER', 'SLOP', 'TIMEOUT', 'PAYLOAD', 'FORMAT']);

/** Reads the words of FT.SEARCH that come after the query. */
export function readSearchOptions(args: readonly string[], from: number): SearchOptions {
	const words = new Words(args, from);
	const options = {
		dialect: 1,
		params: new Map<string, string>(),
		scorer: 'TFIDF',
		verbatim: false,
		noContent: false,
		withScores: false,
		inKeys: undefined as ReadonlySet<string> | undefined,
		inFields: undefined as readonly string[] | undefined,
		returns: undefined as SearchOptions['returns'],
		sortBy: undefined as SearchOptions['sortBy'],
		offset: 0,
		count: 10,
	};
	while (words.more) {
		const option = words.next().toUpperCase();
		if (option === 'NOCONTENT') options.noContent = true;
		else if (option === 'VERBATIM') options.verbatim = true;
		else if (option === 'WITHSCORES') options.withScores = true;
		else if (option === 'DIALECT') options.dialect = readDialect(words);
		else if (option === 'PARAMS') options.params = readParams(words);
		else if (option === 'SCORER') options.scorer = words.next();
		else if (option === 'INKEYS') options.inKeys = new Set(words.list());
		else if (option === 'INFIELDS') options.inFields = words.list().map(toText);
		else if (option === 'RETURN') {
			options.returns = readReturns(words.list());
			if (options.returns.length === 0) options.noContent = true;
		} else if (option === 'SORTBY') {
			const name = toText(words.next()).replace(/^@/, '');
			options.sortBy = { name, descending: words.take('DESC') || (words.take('ASC') && false) };
		} else if (option === 'LIMIT') {
			options.offset = words.integer();
			options.count = words.integer();
			if (options.offset < 0 || options.count < 0) throw new RedisError('LIMIT needs two numeric arguments');
			if (options.count > MAX_RESULTS) throw new RedisError(`LIMIT exceeds maximum of ${MAX_RESULTS}`);
		} else if (IGNORED_WITH_VALUE.has(option)) words.next();
		else if (!IGNORED.has(option)) {
			throw new RedisError(`Unknown argument \`${words.last}\` at position ${words.position - 1} for <main>`);
		}
	}
	return options;
}

export function readDialect(words: Words): number {
	const dialect = words.integer();
	if (dialect < 1 || dialect > 4)
		throw new RedisError('DIALECT requires a non negative integer >=1 and <= 4');
	return dialect;
}

export function readParams(words: Words): Map<string, string> {
	const list = words.list();
	if (list.length === 0 || list.length % 2 === 1) {
		throw new RedisError('Parameters must be specified in PARAM VALUE pairs');
	}
	const params = new Map<string, string>();
	for (let i = 0; i < list.length; i += 2) params.set(toText(list[i]!), toText(list[i + 1]!));
	return params;
}

/** `name`, or `name AS other`. */
export function readReturns(list: readonly string[]): { name: string; as: string }[] {
	const returns: { name: string; as: string }[] = [];
	for (let i = 0; i < list.length; i++) {
		const name = list[i]!.replace(/^@/, '');
		const renamed = list[i + 1]?.toUpperCase() === 'AS' && i + 2 < list.length;
		returns.push({ name, as: renamed ? list[i + 2]! : name });
		if (renamed) i += 2;
	}
	return returns;
}

/** Reads words one after the other. */
export class Words {
	position: number;
	private readonly args: readonly string[];

	constructor(args: readonly string[], position: number) {
		this.args = args;
		this.position = position;
	}
	get more(): boolean {
		return this.position < this.args.length;
	}
	get last(): string {
		return this.args[this.position - 1] ?? '';
	}
	next(): string {
		const word = this.args[this.position++];
		if (word === undefined)
			throw new RedisError(`Bad arguments for ${this.args.at(-1)}: Expected an argument, but none provided`);
		return word;
	}
	take(word: string): boolean {
		if (this.args[this.position]?.toUpperCase() !== word) return false;
		this.position++;
		return true;
	}
	integer(): number {
		const name = this.last;
		return parseInteger(
			this.next(),
			`Bad arguments for ${name}: Could not convert argument to expected type`,
		);
	}
	/** A count and so many words. */
	list(): string[] {
		const count = this.integer();
		const list = this.args.slice(this.position, this.position + count);
		if (count < 0 || list.length < count)
			throw new RedisError('Bad arguments: Expected an argument, but none provided');
		this.position += count;
		return [...list];
	}
}
