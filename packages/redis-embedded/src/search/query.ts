import { RedisError } from '../protocol/reply.ts';
import { parse, SyntaxError as UnexpectedToken } from './query-parser.generated.ts';

/** What a query asks for, as the grammar gives it. */
export type QueryNode =
	| { readonly type: 'all' | 'nothing' }
	| { readonly type: 'and' | 'or'; readonly nodes: readonly QueryNode[] }
	| { readonly type: 'not' | 'optional'; readonly node: QueryNode }
	| { readonly type: 'scope'; readonly fields: readonly string[]; readonly node: QueryNode }
	| {
			readonly type: 'weighted';
			readonly node: QueryNode;
			readonly weight: number;
			readonly slop: number | undefined;
			readonly inorder: boolean;
	  }
	| { readonly type: 'term' | 'prefix' | 'suffix' | 'infix'; readonly text: string }
	| { readonly type: 'fuzzy'; readonly text: string; readonly distance: number }
	| { readonly type: 'phrase'; readonly words: readonly string[] }
	| { readonly type: 'tag'; readonly field: string; readonly values: readonly TagPattern[] }
	| NumericRange
	| GeoRadius;

export interface TagPattern {
	readonly kind: 'exact' | 'prefix' | 'suffix' | 'infix';
	readonly text: string;
}

/** Numbers from `min` to `max`; `above` and `below` exclude the ends. */
export interface NumericRange {
	readonly type: 'numeric';
	readonly field: string;
	readonly min: number;
	readonly max: number;
	readonly above: boolean;
	readonly below: boolean;
	readonly negated?: boolean;
}

export interface GeoRadius {
	readonly type: 'geo';
	readonly field: string;
	readonly lon: number;
	readonly lat: number;
	readonly radius: number;
	readonly unit: 'm' | 'km' | 'mi' | 'ft';
}

/** Where the generated parser, which has no types, found no way on; null at the end of the text. */
interface GrammarError {
	readonly location: { readonly start: { readonly offset: number } };
	readonly found: string | null;
}

/** Parses a query's text; `$name` means a parameter from dialect 2 on. */
export function parseQuery(text: string, dialect: number, params: ReadonlyMap<string, string>): QueryNode {
	const param = (name: string): string => {
		if (!name.startsWith('$')) return name;
		const value = params.get(name.slice(1));
		if (value === undefined) throw new RedisError(`No such parameter \`${name.slice(1)}\``);
		return value;
	};
	try {
		return parse(text, { dialect, param });
	} catch (cause) {
		// The parser's stack is at its end.
		if (cause instanceof RangeError) throw new RedisError('Query is nested too deeply');
		if (!(cause instanceof UnexpectedToken)) throw cause;
		const { location, found } = cause as unknown as GrammarError;
		const end = location.start.offset;
		const offset = found === null && end > 0 ? end - 1 : end;
		const near = text.slice(0, offset).match(/[\p{L}\p{N}_]+(?=[^\p{L}\p{N}_]*$)/u)?.[0] ?? '';
		throw new RedisError(`Syntax error at offset ${offset} near ${near}`);
	}
}
