import { readdir } from 'node:fs/promises';
import { array, RedisError, simple } from '../protocol/reply.ts';
import type { Command } from './command.ts';

/** The commands there are, looked up by what a client wrote. */
export class CommandTable {
	/** Commands by name, those with subcommands included. */
	readonly commands = new Map<string, Command>();
	private readonly subcommands = new Map<string, Map<string, Command>>();
	/** Commands without subcommands as most clients write them: in capitals, or all small. */
	private readonly spelled = new Map<string, Command>();

	constructor(commands: Iterable<Command>) {
		for (const command of commands) {
			const [name, subcommand] = command.name.split(' ') as [string, string?];
			if (subcommand === undefined) this.commands.set(name, command);
			else {
				const siblings = this.subcommands.get(name) ?? new Map<string, Command>();
				this.subcommands.set(name, siblings.set(subcommand, command));
			}
		}
		for (const [name, siblings] of this.subcommands) {
			if (!this.commands.has(name)) this.commands.set(name, container(name));
			siblings.set('HELP', help(name, [...siblings.keys()].sort()));
		}
		for (const [name, command] of this.commands) {
			if (!this.subcommands.has(name)) this.spelled.set(name, command).set(name.toLowerCase(), command);
		}
	}

	/** The command that the words mean, with as many words as it takes. */
	find(args: readonly string[]): Command {
		const command = this.spelled.get(args[0]!) ?? this.lookUp(args);
		if (command.arity > 0 ? args.length !== command.arity : args.length < -command.arity) {
			throw wrongArity(command);
		}
		return command;
	}

	/** A command by its name, a subcommand by both: `CLIENT|ID`. */
	named(name: string): Command | undefined {
		const [command, subcommand, ...others] = name.toUpperCase().split('|') as [string, string?, ...string[]];
		if (others.length > 0) return undefined;
		return subcommand === undefined
			? this.commands.get(command)
			: this.subcommands.get(command)?.get(subcommand);
	}

	/** The subcommands of a command. */
	within(command: Command): Iterable<Command> {
		return this.subcommands.get(command.name)?.values() ?? [];
	}

	private lookUp(args: readonly string[]): Command {
		const name = args[0]!.toUpperCase();
		const siblings = args.length > 1 ? this.subcommands.get(name) : undefined;
		const command = siblings ? siblings.get(args[1]!.toUpperCase()) : this.commands.get(name);
		if (command !== undefined) return command;
		if (siblings === undefined) throw new RedisError(unknown(args));
		throw new RedisError(`ERR unknown subcommand '${args[1]!.slice(0, 128)}'. Try ${name} HELP.`);
	}
}

/** A command that is nothing without a subcommand. */
const container = (name: string): Command => ({
	name,
	arity: -2,
	run() {
		throw wrongArity(this);
	},
});

const help = (name: string, subcommands: readonly string[]): Command => ({
	name: `${name} HELP`,
	arity: 2,
	run: () =>
		array(
			[
				`${name} <subcommand> [<arg> [value] [opt] ...]. Subcommands are:`,
				...subcommands,
				...['HELP', '    Print this help.'],
			].map(simple),
		),
});

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
