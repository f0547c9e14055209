import { parseInteger } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { checkName, VERSION } from '../../engine/identity.ts';
import { bulk, EMPTY_ARRAY, integer, map, RedisError } from '../../protocol/reply.ts';
import { checkUser } from './auth.ts';

export const command: Command = {
	name: 'HELLO',
	arity: -1,
	run(args, client) {
		let { protocol, name } = client;
		let user = 'default';
		if (args[1] !== undefined) {
			const version = parseInteger(args[1], 'ERR Protocol version is not an integer or out of range');
			if (version !== 2 && version !== 3) throw new RedisError('NOPROTO unsupported protocol version');
			protocol = version;
		}
		for (let i = 2; i < args.length; i++) {
			const option = args[i]!.toUpperCase();
			if (option === 'AUTH' && args.length > i + 2) {
				user = args[i + 1]!;
				i += 2;
			} else if (option === 'SETNAME' && args.length > i + 1) name = checkName(args[++i]!);
			else throw new RedisError(`ERR Syntax error in HELLO option '${args[i]}'`);
		}
		checkUser(user);
		client.name = name;
		client.protocol = protocol;
		return map(client, [
			...[bulk('server'), bulk('redis')],
			...[bulk('version'), bulk(VERSION)],
			...[bulk('proto'), integer(protocol)],
			...[bulk('id'), integer(client.id)],
			...[bulk('mode'), bulk('standalone')],
			...[bulk('role'), bulk('master')],
			...[bulk('modules'), EMPTY_ARRAY],
		]);
	},
};
