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

/** The stream of XGROUP, which must be there. */
export function streamOf(client: Client, key: string): StreamValue {
	const stream = client.db.read(key, StreamValue);
	if (stream === undefined) {
		throw new RedisError(
			'ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the ' +
				'MKSTREAM option to create an empty stream automatically.',
		);
	}
	return stream;
}

/** The stream of XINFO, which must be there. */
export function knownStream(client: Client, key: string): StreamValue {
	const stream = client.db.read(key, StreamValue);
	if (stream === undefined) throw new RedisError('ERR no such key');
	return stream;
}

/** A stream's group, which must be there. */
export function groupIn(stream: StreamValue, key: string, name: string): Found {
	const group = stream.groups.get(name);
	if (group === undefined) {
		throw new RedisError(`NOGROUP No such consumer group '${name}' for key name '${key}'`);
	}
	return { stream, group };
}
