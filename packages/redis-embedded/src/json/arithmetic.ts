import { type Command, writesKey } from '../engine/command.ts';
import { array, bulk, nil, RedisError, toBytes } from '../protocol/reply.ts';
import { changed, noPath, parseJson, putAt, requireDocument, valueNow } from './document.ts';
import { numberReply } from './expand.ts';
import { isInt64, type JsonNumber, ofDouble, ofInteger, toBigInt } from './number.ts';
import { pathOf, select } from './path.ts';
import { stringify } from './text.ts';
import { isNumber } from './values.ts';

interface Operation {
	integers(a: bigint, b: bigint): bigint;
	doubles(a: number, b: number): number;
}

const OPERATIONS = {
	INCR: { integers: (a, b) => a + b, doubles: (a, b) => a + b },
	MULT: { integers: (a, b) => a * b, doubles: (a, b) => a * b },
	POW: { integers: power, doubles: (a, b) => a ** b },
} satisfies Record<string, Operation>;

/** A command that computes with the numbers at a path. */
export function arithmetic(name: keyof typeof OPERATIONS): Command {
	return {
		name: `JSON.NUM${name}BY`,
		arity: -4,
		...writesKey,
		run(args, client) {
			const path = pathOf(args[2]!);
			const document = requireDocument(client.db, args[1]!);
			const results = select(document.json, path.segments).map((place) => {
				// A path may mean a place more than once.
				const value = valueNow(document, place);
				if (value === undefined || !isNumber(value)) return null;
				const by = parseJson(args[3]!, true);
				if (!isNumber(by)) throw new RedisError('bad input number');
				const result = compute(OPERATIONS[name], value, by);
				changed(client, args[1]!, document);
				putAt(document, place, result);
				return result;
			});
			if (client.protocol === 3) {
				return array(results.map((each) => (each === null ? nil(client) : numberReply(client, each))));
			}
			if (!path.legacy) return bulk(toBytes(stringify(results)));
			const last = results.findLast((each) => each !== null);
			if (last === undefined) throw noPath(path.full, 'does not contains a number');
			return bulk(stringify(last!));
		},
	};
}

/** Two integers of 64 bits make another, from which the higher bits are lost; anything else is a double. */
function compute({ integers, doubles }: Operation, a: JsonNumber, b: JsonNumber): JsonNumber {
	if (isInt64(a) && isInt64(b)) return ofInteger(BigInt.asIntN(64, integers(toBigInt(a), toBigInt(b))));
	const result = doubles(Number(a), Number(b));
	if (!Number.isFinite(result)) throw new RedisError('result is not a number');
	return ofDouble(result);
}

/** The exponent counts as 32 bits without a sign. */
function power(base: bigint, exponent: bigint): bigint {
	let result = 1n;
	let square = base;
	for (let left = BigInt.asUintN(32, exponent); left > 0n; left >>= 1n) {
		if (left & 1n) result = BigInt.asIntN(64, result * square);
		square = BigInt.asIntN(64, square * square);
	}
	return result;
}
