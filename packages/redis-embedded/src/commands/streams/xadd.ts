import type { Command } from '../../engine/command.ts';
import { bulk, nil, RedisError } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { formatId } from '../../values/stream-id.ts';
import { nextEntryId } from './new-id.ts';
import { parseTrim, type Trim, trim } from './trim.ts';

export const command: Command = {
	name: 'XADD',
	arity: -5,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const key = args[1]!;
		let create = true;
		let limit: Trim | undefined;
		let at = 2;
		for (; at < args.length; at++) {
			const option = args[at]!.toUpperCase();
			if (option === 'NOMKSTREAM') create = false;
			else if (option === 'MAXLEN' || option === 'MINID') {
				const parsed = parseTrim(args, at);
				limit = parsed.trim;
				at = parsed.last;
			} else break;
		}
		const fields = args.slice(at + 1);
		if (args[at] === undefined || fields.length === 0 || fields.length % 2 === 1) {
			throw new RedisError("ERR wrong number of arguments for 'xadd' command");
		}
		const found = client.db.read(key, StreamValue);
		const id = nextEntryId(args[at]!, found, client.db.now);
		if (found === undefined && !create) return nil(client);
		const stream = client.db.edit(key, StreamValue);
		stream.append(id, fields);
		if (limit) trim(stream, limit);
		return bulk(formatId(id));
	},
};
