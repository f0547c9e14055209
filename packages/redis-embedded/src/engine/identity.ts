import type { Client } from '../engine/client.ts';
import { RedisError } from '../protocol/reply.ts';

/** The version whose answers are given; clients look at it. */
export const VERSION = '7.4.0';

/** A client's name, refused where Redis refuses it. */
export function checkName(name: string): string {
	if (!/^[!-~]*$/.test(name)) {
		throw new RedisError('ERR Client names cannot contain spaces, newlines or special characters.');
	}
	return name;
}

/** A client as CLIENT INFO and CLIENT LIST print it. */
export function describeClient(client: Client): string {
	const age = Math.floor((client.db.now - client.connectedAt) / 1000);
	return (
		`id=${client.id} addr=${client.transport.address} name=${client.name} age=${age} db=0 ` +
		`sub=${client.channels.size} psub=${client.patterns.size} multi=${client.queue?.length ?? -1} ` +
		`watch=${client.watched.size} cmd=${client.lastCommand} user=default resp=${client.protocol} ` +
		`lib-name=${client.library} lib-ver=${client.libraryVersion}`
	);
}
