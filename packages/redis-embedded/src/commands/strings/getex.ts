import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { bulk, nil } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';
import { readExpiry } from './expiry-option.ts';

export const command: Command = {
	name: 'GETEX',
	arity: -2,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		let expireAt: number | undefined;
		const option = args[2]?.toUpperCase();
		if (option === 'PERSIST' && args.length === 3) expireAt = 0;
		else if (args.length === 4 && ['EX', 'PX', 'EXAT', 'PXAT'].includes(option!)) {
			expireAt = readExpiry(option!, args[3]!, client.db.now, 'getex');
		} else if (args.length > 2) throw syntaxError();
		const found = client.db.read(args[1]!, StringValue);
		if (found === undefined) return nil(client);
		const entry = client.db.find(args[1]!)!;
		if (expireAt !== undefined && expireAt !== 0 && expireAt <= client.db.now) client.db.remove(entry.key);
		else if (expireAt !== undefined && expireAt !== entry.expireAt) client.db.expire(entry, expireAt);
		return bulk(found.text);
	},
};
