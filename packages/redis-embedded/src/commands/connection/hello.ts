import { int64 } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { checkName, VERSION } from '../../engine/identity.ts';
import { bulk, EMPTY_ARRAY, integer, map, RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'HELLO',
	arity: -1,
	run(args, client) {
		let protocol = client.protocol;
		let name: string | undefined;
		if (args[1] !== undefined) {
			const version = int64(args[1]);
			if (version === undefined)
				throw new RedisError('ERR Protocol version is not an integer or out of range');
			if (version !== 2n && version !== 3n) throw new RedisError('NOPROTO unsupported protocol version');
			protocol = version === 2n ? 2 : 3;
		}
		for (let i = 2; i < args.length; i++) {
			const option = args[i]!.toUpperCase();
			if (option === 'AUTH' && args.length > i + 2) i += 2;
			else if (option === 'SETNAME' && args.length > i + 1) name = args[++i]!;
			else throw new RedisError(`ERR Syntax error in HELLO option '${args[i]}'`);
		}
		if (name !== undefined) client.name = checkName(name);
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
