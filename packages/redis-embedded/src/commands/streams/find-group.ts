import type { Client } from '../../engine/client.ts';
import { RedisError } from '../../protocol/reply.ts';
import type { ConsumerGroup } from '../../values/consumer-group.ts';
import { StreamValue } from '../../values/stream.ts';

interface Found {
	readonly stream: StreamValue;
	readonly group: ConsumerGroup;
}

/** A stream and its group, which must be there; `where` ends the message if they are not. */
export function groupOf(client: Client, key: string, name: string, where = ''): Found {
	const stream = client.db.read(key, StreamValue);
	const group = stream?.groups.get(name);
	if (stream === undefined || group === undefined) {
		throw new RedisError(`NOGROUP No such key '${key}' or consumer group '${name}'${where}`);
	}
	return { stream, group };
}

/** As groupOf, with a message of its own for a key that is not there. */
export function groupIn(client: Client, key: string, name: string, message?: string): Found {
	const stream = streamOf(client, key, message);
	const group = stream.groups.get(name);
	if (group === undefined) {
		throw new RedisError(`NOGROUP No such consumer group '${name}' for key name '${key}'`);
	}
	return { stream, group };
}

/** A stream, which must be there. */
export function streamOf(client: Client, key: string, message = 'ERR no such key'): StreamValue {
	const stream = client.db.read(key, StreamValue);
	if (stream === undefined) throw new RedisError(message);
	return stream;
}

/** What XGROUP says of a key that is not there. */
export const NO_KEY_FOR_GROUPS =
	'ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the ' +
	'MKSTREAM option to create an empty stream automatically.';
