import type { Command } from '../../engine/command.ts';
import { helpOf } from '../../engine/help.ts';

export const command: Command = helpOf('PUBSUB', [
	'CHANNELS [<pattern>]',
	'    Answer the channels that someone listens to, all or those of a pattern.',
	'NUMPAT',
	'    Count the patterns that someone listens to.',
	'NUMSUB [<channel> ...]',
	'    Count who listens to each of these channels, leaving patterns aside.',
]);
