import type { Json } from '../values/json.ts';
import { select } from './path.ts';
import type { Segment } from './path-parser.ts';
import { order, same } from './values.ts';

export type Operand =
	| { readonly from: 'here' | 'root'; readonly segments: readonly Segment[] }
	| { readonly from: 'literal'; readonly value: Json };

/** The condition of a `?( … )` step. */
export type Filter =
	| { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
	| { readonly kind: 'exists'; readonly operand: Operand }
	| { readonly kind: 'compare'; readonly operator: string; readonly left: Operand; readonly right: Operand };

export function matchesFilter(filter: Filter, here: Json, root: Json): boolean {
	switch (filter.kind) {
		case 'and':
			return matchesFilter(filter.left, here, root) && matchesFilter(filter.right, here, root);
		case 'or':
			return matchesFilter(filter.left, here, root) || matchesFilter(filter.right, here, root);
		case 'exists':
			return resolve(filter.operand, here, root) !== undefined;
		case 'compare':
			return compare(
				filter.operator,
				resolve(filter.left, here, root),
				resolve(filter.right, here, root),
				filter.left.from !== 'literal' && filter.right.from !== 'literal',
			);
	}
}

/** What an operand means: one value, else nothing. */
function resolve(operand: Operand, here: Json, root: Json): Json | undefined {
	if (operand.from === 'literal') return operand.value;
	const places = select(operand.from === 'here' ? here : root, operand.segments);
	return places.length === 1 ? places[0]!.value : undefined;
}

function compare(operator: string, left: Json | undefined, right: Json | undefined, deep: boolean): boolean {
	if (operator === '=~') return typeof left === 'string' && typeof right === 'string' && matches(left, right);
	if (operator === '==' || operator === '!=') {
		const equal =
			left !== undefined && right !== undefined && (deep ? same(left, right) : order(left, right) === 0);
		return equal === (operator === '==');
	}
	const by = order(left, right);
	if (by === undefined) return false;
	if (operator === '<') return by < 0;
	if (operator === '<=') return by <= 0;
	return operator === '>' ? by > 0 : by >= 0;
}

const patterns = new Map<string, RegExp | undefined>();

/** Whether a text holds what a pattern means; a wrong pattern means nothing. Flags may stand before it: `(?i)`. */
function matches(text: string, pattern: string): boolean {
	if (!patterns.has(pattern)) {
		const [, flags = '', source] = /^(?:\(\?([ims]+)\))?(.*)$/s.exec(pattern)!;
		if (patterns.size > 100) patterns.clear();
		try {
			patterns.set(pattern, new RegExp(source!, `u${flags}`));
		} catch {
			patterns.set(pattern, undefined);
		}
	}
	return patterns.get(pattern)?.test(text) ?? false;
}
