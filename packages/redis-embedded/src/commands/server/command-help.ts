import type { Command } from '../../engine/command.ts';
import { helpOf } from '../../engine/help.ts';

export const command: Command = helpOf('COMMAND', [
	'(no subcommand)',
	'    Describe every command.',
	'COUNT',
	'    Count the commands.',
	'DOCS [<command-name> ...]',
	'    Answer nothing: there is no documentation here.',
	'INFO [<command-name> ...]',
	'    Describe these commands, or every one.',
	'LIST',
	'    Name every command.',
]);
