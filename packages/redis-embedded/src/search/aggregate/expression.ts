import { RedisError, textError } from '../../protocol/reply.ts';
import { FUNCTIONS } from './functions.ts';
import { type Cell, isTrue, numberOf, type Row, textOf } from './row.ts';

type Node =
	| { readonly kind: 'value'; readonly value: Cell }
	| { readonly kind: 'property'; readonly name: string }
	| { readonly kind: 'not'; readonly operand: Node }
	| { readonly kind: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node }
	| { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] };

/** An expression of APPLY or FILTER, and the properties it uses. */
export interface Expression {
	readonly root: Node;
	readonly properties: readonly string[];
}

/** What binds least comes first; a `!` stands between the second and the third. */
const LEVELS = [['||'], ['&&'], ['==', '!=', '<=', '>=', '<', '>'], ['+', '-'], ['*', '/', '%'], ['^']];
const NOT = 2;
const MAX_TOKENS = 2000;
const TOKEN =
	/\s*(?:(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|@((?:[\p{L}\p{N}_]|\\.)+)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([a-zA-Z_]\w*)|(\|\||&&|[=!<>]=|[-+*/%^()<>!,]))/suy;

/** Parses arithmetic, comparisons, logic and functions. */
export function parseExpression(text: string): Expression {
	const tokens: RegExpExecArray[] = [];
	const pattern = new RegExp(TOKEN);
	const end = text.trimEnd().length;
	while (pattern.lastIndex < end) {
		const at = pattern.lastIndex;
		const match = pattern.exec(text);
		if (match === null) throw textError(`Syntax error at offset ${at} near '${text.slice(at, at + 10)}'`);
		tokens.push(match);
	}
	// More could be read, but neither computed nor, in a filter, be kept from ending the process.
	if (tokens.length > MAX_TOKENS) throw new RedisError('Expression is too long');
	const properties: string[] = [];
	let position = 0;
	const operator = () => tokens[position]?.[5];
	/** The token that is out of place, or the last one, with the last word up to it. */
	const unexpected = (): RedisError => {
		const read = tokens.slice(0, position + 1);
		const last = read.at(-1);
		const near =
			read
				.findLast((token) => token[5] === undefined)?.[0]
				.trim()
				.replace(/^@/, '') ?? '';
		return textError(
			`Syntax error at offset ${last ? last.index + last[0].length - last[0].trimStart().length : 0} near '${near}'`,
		);
	};
	const expect = (symbol: string) => {
		if (operator() !== symbol) throw unexpected();
		position++;
	};
	const binary = (level: number): Node => {
		if (level === NOT && operator() === '!') {
			position++;
			return { kind: 'not', operand: binary(level) };
		}
		const operators = LEVELS[level];
		if (operators === undefined) return primary();
		let left = binary(level + 1);
		for (let found = operator(); found !== undefined && operators.includes(found); found = operator()) {
			position++;
			left = { kind: 'binary', operator: found, left, right: binary(level + 1) };
		}
		return left;
	};
	const primary = (): Node => {
		const [, number, property, quoted, name, symbol] = tokens[position] ?? [];
		if (symbol === '(') {
			position++;
			const inner = binary(0);
			expect(')');
			return inner;
		}
		if (symbol === '!') return binary(NOT);
		if (number ?? property ?? quoted ?? name) position++;
		if (number !== undefined) return { kind: 'value', value: Number(number) };
		if (quoted !== undefined)
			return { kind: 'value', value: quoted.slice(1, -1).replace(/\\([!-/:-@[-`{-~\s])/g, '$1') };
		if (property !== undefined) {
			const plain = property.replaceAll('\\', '');
			properties.push(plain);
			return { kind: 'property', name: plain };
		}
		if (name === undefined) throw unexpected();
		return operator() === '(' ? call(name) : constant(name);
	};
	const constant = (name: string): Node => {
		if (name === 'NULL') return { kind: 'value', value: null };
		if (position < tokens.length && operator() === undefined) throw unexpected();
		throw new RedisError(`Unknown symbol '${name}'`);
	};
	const call = (name: string): Node => {
		const args: Node[] = [];
		position++;
		while (operator() !== ')') {
			if (args.length > 0) expect(',');
			args.push(binary(0));
		}
		position++;
		const known = FUNCTIONS.get(name.toLowerCase());
		if (known === undefined) throw new RedisError(`Unknown function name '${name}'`);
		if (args.length < known.least || args.length > known.most)
			throw new RedisError(
				name === 'split'
					? 'Invalid number of arguments for split'
					: `Invalid arguments for function '${name}'`,
			);
		return { kind: 'call', name: name.toLowerCase(), args };
	};
	const root = binary(0);
	if (position < tokens.length) throw unexpected();
	return { root, properties };
}

/** Computes an expression for a row. Throws a RedisError, also where a property has no value. */
export const evaluate = ({ root }: Expression, row: Row): Cell => compute(root, row);

/** Whether an expression is true of a row. A side of `&&` or `||` that cannot be computed is not. */
export function holdsFor({ root }: Pick<Expression, 'root'>, row: Row): boolean {
	if (root.kind === 'binary' && (root.operator === '&&' || root.operator === '||')) {
		const left = holdsFor({ root: root.left }, row);
		return left === (root.operator === '||') ? left : holdsFor({ root: root.right }, row);
	}
	try {
		return isTrue(compute(root, row));
	} catch (cause) {
		if (cause instanceof RedisError) return false;
		throw cause;
	}
}

/** What is said of a property that a row does not have. */
export const noValue = (name: string): RedisError =>
	textError(`${name}: has no value, consider using EXISTS if applicable`);

function compute(node: Node, row: Row): Cell {
	switch (node.kind) {
		case 'value':
			return node.value;
		case 'property': {
			const value = row.get(node.name);
			if (value === undefined) throw noValue(node.name);
			return value;
		}
		case 'not':
			return Number(!isTrue(compute(node.operand, row)));
		case 'call': {
			const [first] = node.args;
			if (node.name === 'exists' && first?.kind === 'property') return Number(row.has(first.name));
			return FUNCTIONS.get(node.name)!.run(...node.args.map((arg) => compute(arg, row)));
		}
		case 'binary':
			return operate(node.operator, compute(node.left, row), () => compute(node.right, row));
	}
}

function operate(operator: string, left: Cell, getRight: () => Cell): Cell {
	if (operator === '||' && isTrue(left)) return 1;
	if (operator === '&&' && !isTrue(left)) return 0;
	const right = getRight();
	if (operator === '||' || operator === '&&') return Number(isTrue(right));
	if ('=!<>'.includes(operator[0]!)) return Number(holds(operator, left, right));
	const [a, b] = [numberOf(left), numberOf(right)];
	if (a === undefined || b === undefined) throw new RedisError('Could not convert value to a number');
	switch (operator) {
		case '+':
			return a + b;
		case '-':
			return a - b;
		case '*':
			return a * b;
		case '/':
			return b === 0 ? Number.NaN : a / b;
		case '%':
			return Math.trunc(a) % Math.trunc(b);
		default:
			// In C, 1 to whatever power is 1.
			return a === 1 ? 1 : a ** b;
	}
}

function holds(operator: string, left: Cell, right: Cell): boolean {
	const order = compare(left, right);
	if (operator === '==') return order === 0;
	if (operator === '!=') return order !== 0;
	if (Number.isNaN(order)) {
		const text = typeof left === 'number' ? right : left;
		throw textError(`Error converting string '${textOf(text)}' to number`);
	}
	if (operator[1] === '=' && order === 0) return true;
	return operator[0] === '<' ? order < 0 : order > 0;
}

/** Nothing is less than anything, and lists are all the same. NaN: one is a number, but the other is none. */
function compare(left: Cell, right: Cell): number {
	if (left === null || right === null) return Number(left !== null) - Number(right !== null);
	const numeric = typeof left === 'number' || typeof right === 'number';
	const [a, b] = numeric ? [numberOf(left), numberOf(right)] : [textOf(left), textOf(right)];
	if (a === undefined || b === undefined) return Number.NaN;
	return Number(a > b) - Number(a < b);
}
