import { type Command, writesKey } from '../../engine/command.ts';
import { expiryOption } from '../../engine/expiry-time.ts';
import { bulkOrNil, nil, OK } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';
import { readOptions } from './options.ts';

export const command: Command = {
	name: 'SET',
	arity: -3,
	...writesKey,
	run(args, client) {
		const { db } = client;
		const key = args[1]!;
		if (args.length === 3) {
			db.put(key, new StringValue(args[2]));
			return OK;
		}
		const { condition, get, expiry, time } = readOptions(args.slice(3), ['NX', 'XX', 'GET', 'KEEPTTL']);
		let expireAt = time === undefined ? 0 : expiryOption(expiry!, time, db.now, 'set');
		const reply = get ? bulkOrNil(client, db.read(key, StringValue)?.text) : OK;
		const entry = db.find(key);
		if (condition === (entry ? 'NX' : 'XX')) return get ? reply : nil(client);
		if (expiry === 'KEEPTTL') expireAt = entry?.expireAt ?? 0;
		if (expireAt !== 0 && expireAt <= db.now) db.remove(key);
		else db.put(key, new StringValue(args[2]), expireAt);
		return reply;
	},
};
