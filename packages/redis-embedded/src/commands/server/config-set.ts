import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { parseMemory } from '../../engine/memory.ts';
import { OK, RedisError } from '../../protocol/reply.ts';
import { settingsOf } from './config-get.ts';

export const command: Command = {
	name: 'CONFIG SET',
	arity: -4,
	run(args, { engine }) {
		if (args.length % 2 === 1) throw syntaxError();
		const settings = settingsOf(engine);
		let limit: number | undefined;
		for (let at = 2; at < args.length; at += 2) {
			const [name, value] = [args[at]!.toLowerCase(), args[at + 1]!];
			if (settings[name] === undefined) {
				throw new RedisError(`ERR Unknown option or number of arguments for CONFIG SET - '${args[at]}'`);
			}
			if (name === 'maxmemory') {
				limit = parseMemory(value);
				if (limit === undefined) throw failed(name, 'argument must be a memory value');
			} else if (value !== settings[name]) throw failed(name, "can't set immutable config");
		}
		if (limit !== undefined) engine.memory.limit = limit;
		return OK;
	},
};

const failed = (name: string, reason: string): RedisError =>
	new RedisError(`ERR CONFIG SET failed (possibly related to argument '${name}') - ${reason}`);
