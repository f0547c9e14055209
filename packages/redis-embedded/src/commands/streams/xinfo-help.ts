import { helpOf } from '../../engine/help.ts';

export const command = helpOf('XINFO', [
	'CONSUMERS <key> <groupname>',
	'    Show consumers of <groupname>.',
	'GROUPS <key>',
	'    Show the stream consumer groups.',
	'STREAM <key> [FULL [COUNT <count>]',
	'    Show information about the stream.',
]);
