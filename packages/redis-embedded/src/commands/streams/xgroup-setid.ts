import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { OK, RedisError } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { parseId } from '../../values/stream-id.ts';
import { groupIn, streamOf } from './find-group.ts';

export const command: Command = {
	name: 'XGROUP SETID',
	arity: -5,
	write: true,
	run(args, client) {
		const key = args[2]!;
		const stream = streamOf(client, key);
		const group = groupIn(stream, key, args[3]!);
		const last = args[4] === '$' ? stream.last : parseId(args[4]!, 0);
		const read = readEntriesRead(args.slice(5));
		client.db.edit(key, StreamValue).setGroup(group.name, last, read);
		return OK;
	},
};

/** The option ENTRIESREAD n. */
export function readEntriesRead(options: readonly string[]): number | null {
	if (options.length === 0) return null;
	if (options.length !== 2 || options[0]!.toUpperCase() !== 'ENTRIESREAD') throw syntaxError();
	const count = parseInteger(options[1]);
	if (count < -1) throw new RedisError('ERR value for ENTRIESREAD must be positive or -1');
	return count === -1 ? null : count;
}
