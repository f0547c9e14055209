import { array, simple } from '../protocol/reply.ts';
import type { Command } from './command.ts';

/** The HELP of a command that has subcommands. */
export const helpOf = (name: string, lines: readonly string[]): Command => ({
	name: `${name} HELP`,
	arity: 2,
	run: () =>
		array(
			[
				`${name} <subcommand> [<arg> [value] [opt] ...]. Subcommands are:`,
				...lines,
				'HELP',
				'    Print this help.',
			].map(simple),
		),
});
