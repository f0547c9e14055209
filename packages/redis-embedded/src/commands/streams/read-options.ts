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
		const value = args[at + 1];
		if (option === 'STREAMS') break;
		if (option === 'NOACK' && withGroup) noAck = true;
		else if (value === undefined) throw syntaxError();
		else if (option === 'COUNT') {
			count = parseInteger(value);
			if (count <= 0) count = Number.POSITIVE_INFINITY;
			at++;
		} else if (option === 'BLOCK') {
			block = parseInteger(value, 'ERR timeout is not an integer or out of range');
			if (block < 0) throw new RedisError('ERR timeout is negative');
			at++;
		} else if (option === 'GROUP' && withGroup && args[at + 2] !== undefined) {
			group = value;
			consumer = args[at + 2]!;
			at += 2;
		} else throw syntaxError();
	}
	const rest = args.slice(at + 1);
	if (rest.length === 0) throw syntaxError();
	if (rest.length % 2 === 1) {
		const [name, symbols] = withGroup ? ['xreadgroup', "'>'"] : ['xread', "'$'"];
		throw new RedisError(
			`ERR Unbalanced '${name}' list of streams: for each stream key an ID or ${symbols} must be specified.`,
		);
	}
	if (withGroup && group === undefined) throw new RedisError('ERR Missing GROUP option for XREADGROUP');
	const half = rest.length / 2;
	return { count, block, noAck, group, consumer, keys: rest.slice(0, half), ids: rest.slice(half) };
}
