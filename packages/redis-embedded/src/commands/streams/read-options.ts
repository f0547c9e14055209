import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import { RedisError } from '../../protocol/reply.ts';

/** What XREAD and XREADGROUP have in common. */
export interface ReadOptions {
	readonly count: number;
	/** Milliseconds to wait, 0 for ever; undefined: not at all. */
	readonly block: number | undefined;
	readonly noAck: boolean;
	readonly group: string | undefined;
	readonly consumer: string;
	readonly keys: readonly string[];
	readonly ids: readonly string[];
}

export function readOptions(args: readonly string[], withGroup: boolean): ReadOptions {
	let count = Number.POSITIVE_INFINITY;
	let block: number | undefined;
	let noAck = false;
	let group: string | undefined;
	let consumer = '';
	let at = 1;
	for (; at < args.length; at++) {
		const option = args[at]!.toUpperCase();
		const more = args.length - 1 - at;
		if (option === 'STREAMS' && more > 0) break;
		if (option === 'COUNT' && more > 0) {
			count = parseInteger(args[++at]);
			if (count <= 0) count = Number.POSITIVE_INFINITY;
		} else if (option === 'BLOCK' && more > 0) {
			block = parseInteger(args[++at], 'ERR timeout is not an integer or out of range');
			if (block < 0) throw new RedisError('ERR timeout is negative');
			if (block + Date.now() > 2 ** 63) throw new RedisError('ERR timeout is out of range');
		} else if (option === 'NOACK' || (option === 'GROUP' && more > 1)) {
			if (!withGroup) {
				throw new RedisError(
					`ERR The ${option} option is only supported by XREADGROUP. You called XREAD instead.`,
				);
			}
			if (option === 'NOACK') noAck = true;
			else [group, consumer] = [args[++at]!, args[++at]!];
		} else throw syntaxError();
	}
	const rest = args.slice(at + 1);
	if (rest.length === 0) throw syntaxError();
	if (rest.length % 2 === 1) {
		const [name, symbols] = withGroup ? ['xreadgroup', " or '>'"] : ['xread', ", '+', or '$'"];
		throw new RedisError(
			`ERR Unbalanced '${name}' list of streams: for each stream key an ID${symbols} must be specified.`,
		);
	}
	if (withGroup && group === undefined) throw new RedisError('ERR Missing GROUP option for XREADGROUP');
	const half = rest.length / 2;
	return { count, block, noAck, group, consumer, keys: rest.slice(0, half), ids: rest.slice(half) };
}
