import type { Command } from '../../engine/command.ts';
import { bulk, nil, RedisError } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { formatId } from '../../values/stream-id.ts';
import { nextEntryId } from './new-id.ts';
import { trim, trimOptions } from './trim.ts';

export const command: Command = {
	name: 'XADD',
	arity: -5,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const key = args[1]!;
		const options = trimOptions(args);
		const fields = args.slice(options.at + 1);
		if (fields.length === 0 || fields.length % 2 === 1) {
			throw new RedisError("ERR wrong number of arguments for 'xadd' command");
		}
		const found = client.db.read(key, StreamValue);
		const id = nextEntryId(args[options.at]!, found, client.db.now);
		if (found === undefined && !options.create) return nil(client);
		const stream = client.db.edit(key, StreamValue);
		stream.append(id, fields);
		if (options.trim) trim(stream, options.trim);
		return bulk(formatId(id));
	},
};
