import { readdir } from 'node:fs/promises';
import { RedisError } from '../protocol/reply.ts';
import type { Command } from './command.ts';

/** The commands there are, looked up by what a client wrote. */
export class CommandTable {
	readonly commands = new Map<string, Command>();
	/** Commands that have subcommands. */
	private readonly containers = new Set<string>();

	constructor(commands: Iterable<Command>) {
		for (const command of commands) {
			this.commands.set(command.name, command);
			this.commands.set(command.name.toLowerCase(), command);
			const [container, subcommand] = command.name.split(' ');
			if (subcommand !== undefined) this.containers.add(container!);
		}
	}

	/** The command that the words mean, with as many words as it takes. */
	find(args: readonly string[]): Command {
		const word = args[0]!;
		let command = this.commands.get(word);
		if (command === undefined || this.containers.has(command.name)) {
			const name = word.toUpperCase();
			command = this.containers.has(name) ? this.findSubcommand(name, args) : this.commands.get(name);
			if (command === undefined) throw new RedisError(unknown(args));
		}
		if (command.arity > 0 ? args.length !== command.arity : args.length < -command.arity) {
			throw wrongArity(command);
		}
		return command;
	}

	private findSubcommand(name: string, args: readonly string[]): Command {
		const bare = this.commands.get(name);
		if (args.length === 1) {
			if (bare) return bare;
			throw new RedisError(`ERR wrong number of arguments for '${name.toLowerCase()}' command`);
		}
		const found = this.commands.get(`${name} ${args[1]!.toUpperCase()}`);
		if (found === undefined) {
			throw new RedisError(`ERR unknown subcommand '${args[1]!.slice(0, 128)}'. Try ${name} HELP.`);
		}
		return found;
	}
}

/** A command's name as error messages write it: those of RediSearch in capitals. */
export const withArguments = ({ name }: Command): string =>
	name.startsWith('FT.') ? name : name.toLowerCase().replace(' ', '|');

export const wrongArity = (command: Command): RedisError =>
	new RedisError(`ERR wrong number of arguments for '${withArguments(command)}' command`);

function unknown(args: readonly string[]): string {
	let rest = '';
	for (const arg of args.slice(1)) {
		if (rest.length >= 128) break;
		rest += `'${arg.slice(0, 128 - rest.length)}' `;
	}
	return `ERR unknown command '${args[0]!.slice(0, 128)}', with args beginning with: ${rest}`;
}

/** Loads every command there is a file for: `commands/<family>/<name>.ts` exports `command`. */
export async function loadCommands(): Promise<CommandTable> {
	const folder = new URL('../commands/', import.meta.url);
	const names = await readdir(folder, { recursive: true });
	const files = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
	const modules = await Promise.all(files.map((name) => import(new URL(name, folder).href)));
	return new CommandTable(modules.flatMap((module: { command?: Command }) => module.command ?? []));
}
