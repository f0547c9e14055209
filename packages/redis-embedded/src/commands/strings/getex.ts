import { type Command, freesKey } from '../../engine/command.ts';
import { expiryOption } from '../../engine/expiry-time.ts';
import { bulkOrNil } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';
import { readOptions } from './options.ts';

export const command: Command = {
	name: 'GETEX',
	arity: -2,
	...freesKey,
	run(args, client) {
		const { db } = client;
		const key = args[1]!;
		const { expiry, time } = readOptions(args.slice(2), ['PERSIST']);
		const text = db.read(key, StringValue)?.text;
		const entry = db.find(key);
		if (entry !== undefined && expiry !== undefined) {
			const at = time === undefined ? 0 : expiryOption(expiry, time, db.now, 'getex');
			if (at !== 0 && at <= db.now) db.remove(key);
			else if (at !== entry.expireAt) db.expire(entry, at);
		}
		return bulkOrNil(client, text);
	},
};
