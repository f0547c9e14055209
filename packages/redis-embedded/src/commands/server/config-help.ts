import type { Command } from '../../engine/command.ts';
import { helpOf } from '../../engine/help.ts';

export const command: Command = helpOf('CONFIG', [
	'GET <pattern> [<pattern> ...]',
	'    Answer settings by glob-like patterns.',
	'SET <directive> <value> [<directive> <value> ...]',
	'    Change settings: maxmemory.',
]);
