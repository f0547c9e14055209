import stemmers from 'snowball-stemmers';
import { parseDouble, parseInteger } from '../engine/arguments.ts';
import { type Path, validPath } from '../json/path.ts';
import { RedisError, toText } from '../protocol/reply.ts';
import { DEFAULT_STOP_WORDS } from './tokenize.ts';

export type FieldType = 'TEXT' | 'TAG' | 'NUMERIC' | 'GEO';

/** A field as FT.CREATE declares it. */
export interface Field {
	/** Where it is found: the name of a hash field, or a JSON path. */
	readonly identifier: string;
	readonly path: Path | undefined;
	/** What queries call it. */
	readonly name: string;
	readonly type: FieldType;
	readonly sortable: boolean;
	/** Sorts by the value as it is, not in lower case. */
	readonly exactSort: boolean;
	readonly indexed: boolean;
	readonly stems: boolean;
	readonly weight: number;
	readonly separator: string;
	readonly caseSensitive: boolean;
}

/** An index as FT.CREATE declares it. */
export interface Definition {
	readonly name: string;
	readonly on: 'HASH' | 'JSON';
	readonly prefixes: readonly string[];
	readonly language: string;
	readonly stopWords: ReadonlySet<string>;
	readonly defaultScore: number;
	readonly fields: readonly Field[];
	/** The words it was created with: what is stored. */
	readonly args: readonly string[];
}

/** Reads the words of FT.CREATE, the command's own included. */
export function readDefinition(args: readonly string[]): Definition {
	let on: 'HASH' | 'JSON' = 'HASH';
	let prefixes = [''];
	let language = 'english';
	let stopWords = DEFAULT_STOP_WORDS;
	let defaultScore = 1;
	let at = 2;
	const list = () => {
		const count = parseInteger(
			args[++at],
			'Bad arguments for list: Could not convert argument to expected type',
		);
		const items = args.slice(at + 1, at + 1 + count);
		if (count < 0 || items.length < count)
			throw new RedisError('Bad arguments for list: Expected an argument, but none provided');
		at += count;
		return items;
	};
	for (; at < args.length && args[at]!.toUpperCase() !== 'SCHEMA'; at++) {
		const option = args[at]!.toUpperCase();
		if (option === 'ON') {
			const kind = args[++at]?.toUpperCase();
			if (kind !== 'HASH' && kind !== 'JSON') throw new RedisError(`Invalid rule type: ${args[at]}`);
			on = kind;
		} else if (option === 'PREFIX') prefixes = list();
		else if (option === 'STOPWORDS') stopWords = new Set(list().map((word) => toText(word).toLowerCase()));
		else if (option === 'LANGUAGE') {
			language = args[++at]?.toLowerCase() ?? '';
			if (!stemmers.algorithms().includes(language)) throw new RedisError('Invalid language');
		} else if (option === 'SCORE') {
			defaultScore = parseDouble(args[++at], 'Invalid score');
			if (defaultScore < 0 || defaultScore > 1) throw new RedisError('Invalid score');
		} else if (['LANGUAGE_FIELD', 'SCORE_FIELD', 'PAYLOAD_FIELD', 'TEMPORARY', 'FILTER'].includes(option))
			at++;
		else if (
			!['MAXTEXTFIELDS', 'NOOFFSETS', 'NOHL', 'NOFIELDS', 'NOFREQS', 'SKIPINITIALSCAN'].includes(option)
		) {
			throw new RedisError(`Unknown argument \`${args[at]}\` at position ${at}`);
		}
	}
	if (at >= args.length) throw new RedisError('No schema found');
	const fields = readFields(args, at + 1, on);
	return { name: args[1]!, on, prefixes, language, stopWords, defaultScore, fields, args };
}

function readFields(args: readonly string[], from: number, on: 'HASH' | 'JSON'): Field[] {
	const fields: Field[] = [];
	let at = from;
	while (at < args.length) {
		const identifier = args[at++]!;
		let name = identifier;
		if (args[at]?.toUpperCase() === 'AS') {
			name = args[at + 1] ?? '';
			at += 2;
		}
		const type = args[at++]?.toUpperCase();
		if (type !== 'TEXT' && type !== 'TAG' && type !== 'NUMERIC' && type !== 'GEO') {
			throw new RedisError(`Invalid field type for field \`${identifier}\``);
		}
		const options = new Map<string, string>();
		for (;;) {
			const option = args[at]?.toUpperCase() ?? '';
			const allowed = [...ANY_FIELD, ...(type === 'TEXT' ? TEXT_FIELD : type === 'TAG' ? TAG_FIELD : [])];
			if (!allowed.includes(option)) break;
			at++;
			options.set(option, WITH_VALUE.includes(option) ? (args[at++] ?? '') : '');
		}
		const separator = options.get('SEPARATOR') ?? (on === 'HASH' ? ',' : '');
		if (options.has('SEPARATOR') && separator.length !== 1) {
			throw new RedisError(`Tag separator must be a single character. Got \`${separator}\``);
		}
		if (fields.some((field) => field.name === toText(name))) {
			throw new RedisError(`Duplicate field in schema - ${toText(name)}`);
		}
		fields.push({
			identifier,
			path: on === 'JSON' ? readPath(identifier, name, args[1]!) : undefined,
			name: toText(name),
			type,
			sortable: options.has('SORTABLE'),
			exactSort: options.has('UNF'),
			indexed: !options.has('NOINDEX'),
			stems: !options.has('NOSTEM'),
			weight: options.has('WEIGHT') ? parseDouble(options.get('WEIGHT')) : 1,
			separator,
			caseSensitive: options.has('CASESENSITIVE'),
		});
	}
	if (fields.length === 0) throw new RedisError('Fields arguments are missing');
	return fields;
}

function readPath(identifier: string, name: string, index: string): Path {
	const path = validPath(identifier);
	if (path) return path;
	throw new RedisError(`Invalid JSONPath '${identifier}' in attribute '${name}' in index '${index}'`);
}

const ANY_FIELD = ['SORTABLE', 'UNF', 'NOINDEX', 'INDEXMISSING', 'INDEXEMPTY'];
const TEXT_FIELD = ['WEIGHT', 'NOSTEM', 'PHONETIC', 'WITHSUFFIXTRIE'];
const TAG_FIELD = ['SEPARATOR', 'CASESENSITIVE', 'WITHSUFFIXTRIE'];
const WITH_VALUE = ['WEIGHT', 'PHONETIC', 'SEPARATOR'];
