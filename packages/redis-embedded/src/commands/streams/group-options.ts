import { parseInteger, subcommandError } from '../../engine/arguments.ts';
import { RedisError } from '../../protocol/reply.ts';

/** What XGROUP CREATE and XGROUP SETID may be told after the ID. */
export function groupOptions(args: readonly string[]): { make: boolean; read: number | null } {
	let make = false;
	let read: number | null = null;
	for (let at = 5; at < args.length; at++) {
		const option = args[at]!.toUpperCase();
		if (option === 'MKSTREAM' && args[1]!.toUpperCase() === 'CREATE') make = true;
		else if (option === 'ENTRIESREAD' && at + 1 < args.length) {
			read = parseInteger(args[++at]);
			if (read < -1) throw new RedisError('ERR value for ENTRIESREAD must be positive or -1');
			if (read === -1) read = null;
		} else throw subcommandError(args);
	}
	return { make, read };
}
