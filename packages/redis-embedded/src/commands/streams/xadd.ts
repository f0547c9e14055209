import { type Command, writesKey } from '../../engine/command.ts';
import { bulk, nil, RedisError } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { formatId, MIN_ID } from '../../values/stream-id.ts';
import { newEntryId } from './new-id.ts';
import { parseAddOrTrim, trim } from './trim.ts';

export const command: Command = {
	name: 'XADD',
	arity: -5,
	...writesKey,
	run(args, client) {
		const key = args[1]!;
		const nodeEntries = client.engine.streamNodeEntries;
		const options = parseAddOrTrim(args, true, nodeEntries);
		const { fields } = options;
		if (fields.length === 0 || fields.length % 2 === 1) {
			throw new RedisError("ERR wrong number of arguments for 'xadd' command");
		}
		if (options.id?.ms === 0 && options.id.seq === 0)
			throw new RedisError('ERR The ID specified in XADD must be greater than 0-0');
		const found = client.db.read(key, StreamValue);
		if (found === undefined && !options.create) return nil(client);
		const id = newEntryId(options.id, found?.last ?? MIN_ID, client.db.now);
		const stream = client.db.edit(key, StreamValue);
		stream.append(id, fields, nodeEntries || Number.POSITIVE_INFINITY);
		if (options.trim) trim(stream, options.trim);
		return bulk(formatId(id));
	},
};
