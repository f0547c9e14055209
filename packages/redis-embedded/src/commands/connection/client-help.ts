import type { Command } from '../../engine/command.ts';
import { helpOf } from '../../engine/help.ts';

export const command: Command = helpOf('CLIENT', [
	'GETNAME',
	"    Answer this connection's name.",
	'ID',
	"    Answer this connection's ID.",
	'INFO',
	'    Describe this connection.',
	'LIST [TYPE (NORMAL|MASTER|REPLICA|PUBSUB)|ID <client-id> ...]',
	'    Describe connections.',
	'REPLY (ON|OFF|SKIP)',
	'    Send replies to this connection or not.',
	'SETINFO (LIB-NAME|LIB-VER) <value>',
	'    Tell the name or the version of the client library.',
	'SETNAME <name>',
	'    Give this connection a name.',
	'UNBLOCK <client-id> [TIMEOUT|ERROR]',
	'    End the waiting of a blocked connection.',
]);
