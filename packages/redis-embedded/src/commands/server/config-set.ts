import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import type { Engine } from '../../engine/engine.ts';
import { parseMemory } from '../../engine/memory.ts';
import { OK, RedisError } from '../../protocol/reply.ts';
import { settingsOf } from './config-get.ts';

/** What can be set: reads a value, or tells what is wrong with it, and takes it. */
const settable: Record<
	string,
	{ read(value: string): number | string; take(engine: Engine, value: number): void }
> = {
	maxmemory: {
		read: (value) => parseMemory(value) ?? 'argument must be a memory value',
		take(engine, bytes) {
			engine.memory.limit = bytes;
		},
	},
	'stream-node-max-entries': {
		read(value) {
			if (!/^-?\d{1,15}$/.test(value)) return "argument couldn't be parsed into an integer";
			const entries = Number(value);
			return entries >= 0 ? entries : 'argument must be between 0 and 9223372036854775807 inclusive';
		},
		take(engine, entries) {
			engine.streamNodeEntries = entries;
		},
	},
};

export const command: Command = {
	name: 'CONFIG SET',
	arity: -4,
	run(args, { engine }) {
		if (args.length % 2 === 1) throw syntaxError();
		const settings = settingsOf(engine);
		const named = new Set<string>();
		const taken: (() => void)[] = [];
		for (let at = 2; at < args.length; at += 2) {
			const [given, value] = [args[at]!, args[at + 1]!];
			const name = given.toLowerCase();
			if (!Object.hasOwn(settings, name)) {
				throw new RedisError(`ERR Unknown option or number of arguments for CONFIG SET - '${given}'`);
			}
			if (named.has(name)) throw failed(given, 'duplicate parameter');
			named.add(name);
			const setting = settable[name];
			if (setting) {
				const read = setting.read(value);
				if (typeof read === 'string') throw failed(given, read);
				taken.push(() => setting.take(engine, read));
			} else if (value !== settings[name]) throw failed(given, "can't set immutable config");
		}
		for (const take of taken) take();
		return OK;
	},
};

const failed = (name: string, reason: string): RedisError =>
	new RedisError(`ERR CONFIG SET failed (possibly related to argument '${name}') - ${reason}`);
