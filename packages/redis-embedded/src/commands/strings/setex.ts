import type { Command } from '../../engine/command.ts';
import { OK } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';
import { readExpiry } from './expiry-option.ts';

export const command: Command = setWithExpiry('SETEX', 'EX');

export function setWithExpiry(name: string, unit: string): Command {
	return {
		name,
		arity: 4,
		write: true,
		keys: [1, 1, 1],
		run(args, client) {
			const expireAt = readExpiry(unit, args[2]!, client.db.now, name.toLowerCase());
			client.db.put(args[1]!, new StringValue(args[3]), expireAt);
			return OK;
		},
	};
}
