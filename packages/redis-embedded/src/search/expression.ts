import { RedisError } from '../protocol/reply.ts';
import type { Cell, Row } from './row.ts';
import { split } from './split.ts';

type Node =
	| { readonly kind: 'value'; readonly value: Cell }
	| { readonly kind: 'property'; readonly name: string }
	| { readonly kind: 'unary'; readonly operator: string; readonly operand: Node }
	| { readonly kind: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node }
	| { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] };

/** An expression of APPLY or FILTER, and the properties it uses. */
export interface Expression {
	readonly root: Node;
	readonly properties: readonly string[];
}

const LEVELS = [['||'], ['&&'], ['==', '!=', '<=', '>=', '<', '>'], ['+', '-'], ['*', '/', '%'], ['^']];
const TOKEN =
	/\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?)|@([\p{L}\p{N}_]+)|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([a-zA-Z_]\w*)|(\|\||&&|[=!<>]=|[-+*/%^()<>!,]))/uy;

/** Parses arithmetic, comparisons, logic and the functions below. */
export function parseExpression(text: string): Expression {
	const tokens: RegExpExecArray[] = [];
	const pattern = new RegExp(TOKEN);
	while (/\S/.test(text.slice(pattern.lastIndex))) {
		const at = pattern.lastIndex;
		const match = pattern.exec(text);
		if (match === null)
			throw new RedisError(`Syntax error at offset ${at} near '${text.slice(at, at + 10)}'`);
		tokens.push(match);
	}
	const properties: string[] = [];
	let position = 0;
	const operator = () => tokens[position]?.[6];
	const expect = (symbol: string) => {
		if (operator() !== symbol) throw new RedisError(`Syntax error: expected '${symbol}' in '${text}'`);
		position++;
	};
	const binary = (level: number): Node => {
		const operators = LEVELS[level];
		if (operators === undefined) return unary();
		let left = binary(level + 1);
		for (let found = operator(); found !== undefined && operators.includes(found); found = operator()) {
			position++;
			left = { kind: 'binary', operator: found, left, right: binary(level + 1) };
		}
		return left;
	};
	const unary = (): Node => {
		const symbol = operator();
		if (symbol === '!' || symbol === '-') {
			position++;
			return { kind: 'unary', operator: symbol, operand: unary() };
		}
		if (symbol === '(') {
			position++;
			const inner = binary(0);
			expect(')');
			return inner;
		}
		const token = tokens[position++];
		if (token === undefined) throw new RedisError(`Syntax error: unexpected end of '${text}'`);
		const [, number, property, double, single, name] = token;
		if (number !== undefined) return { kind: 'value', value: Number(number) };
		if (property !== undefined) {
			properties.push(property);
			return { kind: 'property', name: property };
		}
		const quoted = double ?? single;
		if (quoted !== undefined) return { kind: 'value', value: quoted.replace(/\\(.)/gs, '$1') };
		if (name === undefined) throw new RedisError(`Syntax error at '${token[0]}' in '${text}'`);
		const args: Node[] = [];
		expect('(');
		while (operator() !== ')') {
			args.push(binary(0));
			if (operator() === ',') position++;
			else break;
		}
		expect(')');
		if (!(name.toLowerCase() in FUNCTIONS)) throw new RedisError(`Unknown function name '${name}'`);
		return { kind: 'call', name: name.toLowerCase(), args };
	};
	const root = binary(0);
	if (position < tokens.length)
		throw new RedisError(`Syntax error at '${tokens[position]![0]}' in '${text}'`);
	return { root, properties };
}

export const evaluate = ({ root }: Expression, row: Row): Cell => compute(root, row);

export const isTrue = (cell: Cell): boolean =>
	cell !== null && cell !== 0 && cell !== '' && !Number.isNaN(cell);

function compute(node: Node, row: Row): Cell {
	switch (node.kind) {
		case 'value':
			return node.value;
		case 'property':
			return row.get(node.name) ?? null;
		case 'unary':
			return node.operator === '!'
				? Number(!isTrue(compute(node.operand, row)))
				: -Number(compute(node.operand, row));
		case 'call':
			return FUNCTIONS[node.name]!(...node.args.map((arg) => compute(arg, row)));
		case 'binary':
			return operate(node.operator, compute(node.left, row), compute(node.right, row));
	}
}

function operate(operator: string, left: Cell, right: Cell): Cell {
	switch (operator) {
		case '||':
			return Number(isTrue(left) || isTrue(right));
		case '&&':
			return Number(isTrue(left) && isTrue(right));
		case '==':
			return Number(isNumber(left) && isNumber(right) ? Number(left) === Number(right) : left === right);
		case '!=':
			return 1 - Number(operate('==', left, right));
	}
	if ('<>='.includes(operator[0]!)) {
		const numeric = isNumber(left) && isNumber(right);
		const [a, b] = numeric ? [Number(left), Number(right)] : [String(left), String(right)];
		if (operator === '<') return Number(a < b);
		if (operator === '>') return Number(a > b);
		return Number(operator === '<=' ? a <= b : a >= b);
	}
	const [a, b] = [Number(left), Number(right)];
	if (operator === '+') return a + b;
	if (operator === '-') return a - b;
	if (operator === '*') return a * b;
	if (operator === '/') return a / b;
	return operator === '%' ? a % b : a ** b;
}

const isNumber = (cell: Cell): boolean =>
	typeof cell === 'number' || (typeof cell === 'string' && cell.trim() !== '' && !Number.isNaN(Number(cell)));

const FUNCTIONS: Record<string, (...args: Cell[]) => Cell> = {
	abs: (value) => Math.abs(Number(value)),
	ceil: (value) => Math.ceil(Number(value)),
	floor: (value) => Math.floor(Number(value)),
	sqrt: (value) => Math.sqrt(Number(value)),
	log: (value) => Math.log(Number(value)),
	log2: (value) => Math.log2(Number(value)),
	exp: (value) => Math.exp(Number(value)),
	lower: (value) => String(value).toLowerCase(),
	upper: (value) => String(value).toUpperCase(),
	strlen: (value) => String(value ?? '').length,
	startswith: (value, prefix) => Number(String(value).startsWith(String(prefix))),
	contains: (value, part) => String(value).split(String(part)).length - 1,
	exists: (value) => Number(value !== null && value !== undefined),
	to_number: (value) => Number(value),
	to_str: (value) => String(value),
	substr: (value, from, length) => {
		const start = Number(from) < 0 ? String(value).length + Number(from) : Number(from);
		return String(value).slice(start, Number(length) < 0 ? undefined : start + Number(length));
	},
	split: (value, separators = ',', strip = ' ') =>
		split(String(value ?? ''), String(separators), String(strip)),
};
