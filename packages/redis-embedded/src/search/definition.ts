import { parseDouble } from '../engine/arguments.ts';
import { type Path, schemaPath } from '../json/path.ts';
import { RedisError, toText } from '../protocol/reply.ts';
import { type Expression, parseExpression } from './aggregate/expression.ts';
import { DEFAULT_STOP_WORDS } from './fields/tokenize.ts';
import { Words } from './words.ts';

/** Options of fields without a value, in the order of FT.INFO; any type has the last one, texts and tags have all. */
const MARKS = ['WITHSUFFIXTRIE', 'INDEXEMPTY', 'INDEXMISSING'];
const TYPES = ['TEXT', 'TAG', 'NUMERIC', 'GEO'] as const;

/** A field as FT.CREATE declares it. */
export interface Field {
	/** Where it is found: the name of a hash field, or a JSON path. */
	readonly identifier: string;
	readonly path: Path | undefined;
	/** What queries call it. */
	readonly name: string;
	readonly type: (typeof TYPES)[number];
	readonly sortable: boolean;
	/** Sorts by the value as it is, not in lower case. */
	readonly exactSort: boolean;
	readonly indexed: boolean;
	readonly stems: boolean;
	readonly weight: number;
	readonly separator: string;
	readonly caseSensitive: boolean;
	readonly marks: readonly string[];
}

/** An index as FT.CREATE declares it. */
export interface Definition {
	readonly name: string;
	readonly on: 'HASH' | 'JSON';
	readonly prefixes: readonly string[];
	/** What a document must fulfil to be indexed. */
	readonly filter: Expression | undefined;
	readonly language: string;
	readonly stopWords: ReadonlySet<string>;
	readonly defaultScore: number;
	/** Where documents say in which language they are, what they are worth and what goes with them: no reply shows that. */
	readonly roles: ReadonlyMap<Role, string>;
	/** What is left out of the index, and that text fields may be added without end. */
	readonly options: readonly string[];
	/** Whether the documents that were there before it are left out until they change, or until the next start. */
	readonly skipsScan: boolean;
	readonly fields: readonly Field[];
	/** The words it was created with, those that FT.ALTER added included: what is stored. */
	readonly args: readonly string[];
}

const ROLES = ['LANGUAGE_FIELD', 'SCORE_FIELD', 'PAYLOAD_FIELD'] as const;
export type Role = (typeof ROLES)[number];

/** As FT.INFO names them, and in its order. */
const OPTIONS = ['NOFREQS', 'NOFIELDS', 'NOOFFSETS', 'NOHL', 'MAXTEXTFIELDS'];
const MAX_FIELDS = 1024;
const MAX_TEXT_FIELDS = 128;
const MAX_NARROW_TEXT_FIELDS = 32;

const LANGUAGES: ReadonlySet<string> = new Set(
	(
		'arabic armenian basque catalan chinese danish dutch english finnish french german greek hindi hungarian ' +
		'indonesian irish italian lithuanian nepali norwegian portuguese romanian russian serbian spanish swedish tamil ' +
		'turkish yiddish'
	).split(' '),
);

export const isLanguage = (name: string): boolean => LANGUAGES.has(name);

/** Reads the words of FT.CREATE, the command's own included. */
export function readDefinition(args: readonly string[]): Definition {
	const words = new Words(args, 2);
	let on: 'HASH' | 'JSON' = 'HASH';
	let prefixes = [''];
	let filter: Expression | undefined;
	let language = 'english';
	let stopWords = DEFAULT_STOP_WORDS;
	let defaultScore = 1;
	let skipsScan = false;
	const roles = new Map<Role, string>();
	const options = new Set<string>();
	while (!words.take('SCHEMA')) {
		if (!words.more) throw new RedisError('No schema found');
		const option = words.next().toUpperCase();
		const role = ROLES.find((each) => each === option);
		if (role) roles.set(role, words.next());
		else if (option === 'ON') {
			const kind = words.next().toUpperCase();
			if (kind !== 'HASH' && kind !== 'JSON') throw new RedisError(`Invalid rule type: ${words.last}`);
			on = kind;
		} else if (option === 'PREFIX') {
			const listed = words.list();
			if (listed.length > 0) prefixes = listed;
		} else if (option === 'FILTER') filter = parseExpression(toText(words.next()));
		else if (option === 'STOPWORDS')
			stopWords = new Set(words.list().map((word) => toText(word).toLowerCase()));
		else if (option === 'LANGUAGE') {
			language = words.next().toLowerCase();
			if (!isLanguage(language)) throw new RedisError('Invalid language');
		} else if (option === 'SCORE') {
			defaultScore = parseDouble(words.next(), 'Invalid score');
			if (defaultScore < 0 || defaultScore > 1) throw new RedisError('Invalid score');
		} else if (option === 'TEMPORARY') words.count();
		else if (OPTIONS.includes(option)) options.add(option);
		else if (option === 'SKIPINITIALSCAN') skipsScan = true;
		else throw new RedisError(`Unknown argument \`${words.last}\``);
	}
	// There is nothing to highlight without offsets.
	if (options.has('NOOFFSETS')) options.add('NOHL');
	const fields = readFields(words, args[1]!, on, []);
	if (countTexts(fields) > MAX_NARROW_TEXT_FIELDS && !options.has('NOFIELDS')) options.add('MAXTEXTFIELDS');
	return {
		...{
			name: args[1]!,
			on,
			prefixes,
			filter,
			language,
			stopWords,
			defaultScore,
			roles,
			args,
			skipsScan,
		},
		options: OPTIONS.filter((option) => options.has(option)),
		fields,
	};
}

const countTexts = (fields: readonly Field[]): number =>
	fields.filter(({ type, indexed }) => type === 'TEXT' && indexed).length;

/** Adds the fields that the words of FT.ALTER declare from a place on. */
export function extend(definition: Definition, args: readonly string[], from: number): Definition {
	const fields = readFields(new Words(args, from), definition.name, definition.on, definition.fields);
	const isNarrow = !/MAXTEXTFIELDS|NOFIELDS/.test(definition.options.join());
	if (isNarrow && countTexts(fields) > MAX_NARROW_TEXT_FIELDS) {
		throw new RedisError(
			'Cannot add more fields. Declare index with wide fields to allow adding unlimited fields',
		);
	}
	return { ...definition, fields, args: [...definition.args, ...args.slice(from)] };
}

function readFields(words: Words, index: string, on: 'HASH' | 'JSON', known: readonly Field[]): Field[] {
	const fields = [...known];
	while (words.more) {
		const identifier = words.next();
		const renamed = words.take('AS');
		if (renamed && !words.more) throw new RedisError('AS requires an argument');
		const name = renamed ? words.next() : identifier;
		if (!words.more) throw new RedisError(`Field \`${name}\` does not have a type`);
		const type = TYPES.find((each) => words.take(each));
		if (type === undefined) throw new RedisError(`Invalid field type for field \`${name}\``);
		const field = { identifier, name: toText(name), type, ...readFieldOptions(words, type, on) };
		if (fields.some((other) => other.name === field.name))
			throw new RedisError(`Duplicate field in schema - ${name}`);
		if (!field.indexed && field.marks.includes('INDEXMISSING'))
			throw new RedisError(`Field \`${name}\` cannot be defined with both \`NOINDEX\` and \`INDEXMISSING\``);
		const path = on === 'JSON' ? schemaPath(identifier) : undefined;
		if (on === 'JSON' && !path)
			throw new RedisError(`Invalid JSONPath '${identifier}' in attribute '${name}' in index '${index}'`);
		fields.push({ ...field, path });
	}
	if (fields.length === known.length) throw new RedisError('Fields arguments are missing');
	if (fields.length > MAX_FIELDS) throw new RedisError(`Schema is limited to ${MAX_FIELDS} fields`);
	if (countTexts(fields) > MAX_TEXT_FIELDS)
		throw new RedisError(`Schema is limited to ${MAX_TEXT_FIELDS} TEXT fields`);
	return fields;
}

/** What is sortable or not indexed is said to be so after what its type alone can be. */
function readFieldOptions(words: Words, type: Field['type'], on: 'HASH' | 'JSON') {
	let [sortable, indexed, stems, weight] = [false, true, true, 1];
	let [separator, caseSensitive] = [on === 'HASH' ? ',' : '', false];
	let exactSort = type === 'NUMERIC' || on === 'JSON';
	const given = new Set<string>();
	const own = (option: string, ...of: readonly Field['type'][]) =>
		of.includes(type) && !sortable && indexed && words.take(option);
	for (;;) {
		const mark = MARKS.find((each) =>
			own(each, ...(each === 'INDEXMISSING' ? TYPES : (['TEXT', 'TAG'] as const))),
		);
		if (mark !== undefined) given.add(mark);
		else if (words.take('SORTABLE')) {
			sortable = true;
			if (words.take('UNF') || caseSensitive) exactSort = true;
		} else if (words.take('NOINDEX')) indexed = false;
		else if (own('NOSTEM', 'TEXT')) stems = false;
		else if (own('WEIGHT', 'TEXT')) weight = words.double('weight');
		else if (own('PHONETIC', 'TEXT')) {
			if (!/^dm:(en|fr|pt|es)$/.test(words.more ? words.next() : ''))
				throw new RedisError(
					'Matcher Format: <2 chars algorithm>:<2 chars language>. Support algorithms: double metaphone (dm). ' +
						'Supported languages: English (en), French (fr), Portuguese (pt) and Spanish (es)',
				);
		} else if (own('CASESENSITIVE', 'TAG')) caseSensitive = true;
		else if (own('SEPARATOR', 'TAG')) {
			if (!words.more) throw new RedisError('SEPARATOR requires an argument');
			separator = words.next();
			if (separator.length !== 1)
				throw new RedisError(`Tag separator must be a single character. Got \`${separator}\``);
		} else {
			const marks = MARKS.filter((each) => given.has(each));
			return { sortable, exactSort, indexed, stems, weight, separator, caseSensitive, marks };
		}
	}
}
