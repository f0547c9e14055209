import type { Json } from '../values/json.ts';
import { valuesAt } from './path.ts';
import type { Segment } from './path-parser.ts';

export type Operand =
	| { readonly from: 'here' | 'root'; readonly segments: readonly Segment[] }
	| { readonly from: 'literal'; readonly value: Json };

/** The condition of a `?( … )` step. */
export type Filter =
	| { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
	| { readonly kind: 'not'; readonly filter: Filter }
	| { readonly kind: 'exists'; readonly operand: Operand }
	| { readonly kind: 'compare'; readonly operator: string; readonly left: Operand; readonly right: Operand };

export function matchesFilter(filter: Filter, here: Json, root: Json): boolean {
	switch (filter.kind) {
		case 'and':
			return matchesFilter(filter.left, here, root) && matchesFilter(filter.right, here, root);
		case 'or':
			return matchesFilter(filter.left, here, root) || matchesFilter(filter.right, here, root);
		case 'not':
			return !matchesFilter(filter.filter, here, root);
		case 'exists':
			return resolve(filter.operand, here, root).length > 0;
		case 'compare':
			return resolve(filter.left, here, root).some((left) =>
				resolve(filter.right, here, root).some((right) => compare(filter.operator, left, right)),
			);
	}
}

function resolve(operand: Operand, here: Json, root: Json): Json[] {
	if (operand.from === 'literal') return [operand.value];
	return valuesAt(operand.from === 'here' ? here : root, {
		text: '',
		legacy: false,
		segments: operand.segments,
	});
}

function compare(operator: string, left: Json, right: Json): boolean {
	if (operator === '==') return same(left, right);
	if (operator === '!=') return !same(left, right);
	if (operator === '=~')
		return typeof left === 'string' && typeof right === 'string' && new RegExp(right).test(left);
	const comparable =
		(typeof left === 'number' && typeof right === 'number') ||
		(typeof left === 'string' && typeof right === 'string');
	if (!comparable) return false;
	if (operator === '<') return left! < right!;
	if (operator === '<=') return left! <= right!;
	return operator === '>' ? left! > right! : left! >= right!;
}

/** Deep equality; the order of properties does not count. */
export function same(a: Json, b: Json): boolean {
	if (a === b) return true;
	if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
	if (Array.isArray(a) !== Array.isArray(b)) return false;
	const [keysA, keysB] = [Object.keys(a), Object.keys(b)];
	const [x, y] = [a as { [name: string]: Json }, b as { [name: string]: Json }];
	return (
		keysA.length === keysB.length && keysA.every((key) => Object.hasOwn(y, key) && same(x[key]!, y[key]!))
	);
}
