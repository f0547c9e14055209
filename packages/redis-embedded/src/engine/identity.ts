import { RedisError } from '../protocol/reply.ts';
import type { Client } from './client.ts';
import { withArguments } from './command-table.ts';

/** The version whose answers are given; clients look at it. */
export const VERSION = '7.4.0';

/** What a client says of itself, refused where Redis refuses it. */
export function checkName(name: string, what = 'Client names'): string {
	if (!/^[!-~]*$/.test(name)) {
		throw new RedisError(`ERR ${what} cannot contain spaces, newlines or special characters.`);
	}
	return name;
}

/** The kind of client by which CLIENT LIST filters. */
export const kindOf = (client: Client): string => (client.subscriptions > 0 ? 'pubsub' : 'normal');

/** A client as CLIENT INFO and CLIENT LIST print it, with the command that asks if it is its own. */
export function describeClient(client: Client, command: readonly string[] = []): string {
	const { queue, db } = client;
	const seconds = (since: number) => Math.floor((db.now - since) / 1000);
	const flags =
		(client.subscriptions > 0 ? 'P' : '') +
		(queue ? 'x' : '') +
		(client.unblock ? 'b' : '') +
		(client.touched ? 'd' : '');
	const name = client.lastCommand ? withArguments(client.lastCommand) : 'NULL';
	return (
		`id=${client.id} ${client.transport.address} fd=-1 name=${client.name} ` +
		`age=${seconds(client.connectedAt)} idle=${seconds(client.activeAt)} flags=${flags || 'N'} db=0 ` +
		`sub=${client.channels.size} psub=${client.patterns.size} ssub=0 ` +
		`multi=${queue?.length ?? -1} watch=${client.watched.size} ` +
		`qbuf=${frameSize(command)} qbuf-free=0 argv-mem=${command.join('').length} ` +
		`multi-mem=${queue?.flatMap(({ args }) => args).join('').length ?? 0} rbs=0 rbp=0 obl=0 oll=0 omem=0 tot-mem=0 events=r ` +
		`cmd=${name} user=default redir=-1 resp=${client.protocol} ` +
		`lib-name=${client.library} lib-ver=${client.libraryVersion}\n`
	);
}

/** How many bytes a command is on the wire. */
const frameSize = (words: readonly string[]): number =>
	words.length === 0
		? 0
		: `*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`.length;
