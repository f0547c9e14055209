import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { bulkOrNil, nil, OK } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';
import { type ExpiryOption, readExpiry } from './expiry-option.ts';

export const command: Command = {
	name: 'SET',
	arity: -3,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const key = args[1]!;
		if (args.length === 3) {
			client.db.put(key, new StringValue(args[2]));
			return OK;
		}
		let condition: string | undefined;
		let get = false;
		let expiry: ExpiryOption | undefined;
		for (let i = 3; i < args.length; i++) {
			const option = args[i]!.toUpperCase();
			if ((option === 'NX' || option === 'XX') && (condition ?? option) === option) condition = option;
			else if (option === 'GET') get = true;
			else if (option === 'KEEPTTL' && expiry === undefined) expiry = 'keep';
			else if (['EX', 'PX', 'EXAT', 'PXAT'].includes(option) && expiry === undefined && i + 1 < args.length) {
				expiry = readExpiry(option, args[++i]!, client.db.now, 'set');
			} else throw syntaxError();
		}
		const old = get ? client.db.read(key, StringValue)?.text : undefined;
		const entry = client.db.find(key);
		const reply = get ? bulkOrNil(client, old) : OK;
		if (condition === (entry ? 'NX' : 'XX')) return get ? reply : nil(client);
		const expireAt = expiry === 'keep' ? (entry?.expireAt ?? 0) : (expiry ?? 0);
		if (expireAt !== 0 && expireAt <= client.db.now) client.db.remove(key);
		else client.db.put(key, new StringValue(args[2]), expireAt);
		return reply;
	},
};
