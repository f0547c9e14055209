import { execute } from '@infinite-blob/redis/execute';
import type { ChainableCommander, Redis } from 'ioredis';
import { type Envelope, parseEnvelope } from './envelope.ts';
import { timeOf } from './group-figures.ts';
import type { Membership, Stream } from './streams.ts';

/** What a group could not handle. */
export interface DeadLetter {
	/** Its own id, by which it is replayed or discarded. */
	id: string;
	stream: Stream;
	/** The id that the event had in the stream. */
	entry: string;
	group: string;
	/** Why the last try failed. */
	error: string;
	/** When it was given up, in epoch milliseconds. */
	at: number;
	/** The event as it was appended. */
	text: string;
	/** Missing when the text is no envelope. */
	event?: Envelope;
}

/** The stream of what a stream's groups could not handle. */
function deadLetters(stream: Stream): string {
	return `${stream}.dead`;
}

/** The entry ids that one group could not handle: how many there are can be told without reading them. */
function deadLettersOf(stream: Stream, group: string): string {
	return `${deadLetters(stream)}.${group}`;
}

/**
 * Moves an entry to the dead letters, with the group and the error, and acknowledges it in one step. A connection that
 * breaks before the answer may leave two letters of one entry: to replay both is harmless.
 */
export async function writeDeadLetter(
	redis: Redis,
	{ stream, group }: Membership,
	entry: { id: string; text: string },
	error: unknown,
): Promise<void> {
	const reason = error instanceof Error ? error.message : String(error);
	const multi = redis
		.multi()
		.xadd(deadLetters(stream), '*', 'entry', entry.id, 'group', group, 'error', reason, 'event', entry.text)
		.sadd(deadLettersOf(stream, group), entry.id)
		.xack(stream, group, entry.id);
	await execute(multi);
}

/** How many dead letters of a group there are. */
export function countDeadLetters(redis: Redis, stream: Stream, group: string): Promise<number> {
	return redis.scard(deadLettersOf(stream, group));
}

/** All dead letters of a stream, the oldest first. */
export async function listDeadLetters(redis: Redis, stream: Stream): Promise<DeadLetter[]> {
	const all: DeadLetter[] = [];
	for (let from = '-'; ; ) {
		const page = await redis.xrange(deadLetters(stream), from, '+', 'COUNT', 100);
		all.push(...page.map((raw) => read(stream, raw)));
		if (page.length < 100) return all;
		from = `(${page.at(-1)![0]}`;
	}
}

/** One dead letter, unless it is not there (any more). */
export async function findDeadLetter(
	redis: Redis,
	stream: Stream,
	id: string,
): Promise<DeadLetter | undefined> {
	const [raw] = await redis.xrange(deadLetters(stream), id, id);
	return raw && read(stream, raw);
}

/**
 * Appends a dead letter's event to the stream again, as it was, rings the channel and takes the letter away, in one
 * step. All groups of the stream are given it once more: a stream knows no single addressee, and each consumer is
 * harmless to repeat. Another group's letter of the same event stays.
 *
 * @returns whether there was such a letter that holds an event
 */
export async function replayDeadLetter(redis: Redis, stream: Stream, id: string): Promise<boolean> {
	const letter = await findDeadLetter(redis, stream, id);
	if (!letter?.event) return false;
	await replay(redis, stream, [letter]);
	return true;
}

/**
 * Replays all dead letters of a stream that hold an event, as `replayDeadLetter` does; an event that several groups
 * could not handle is appended once.
 *
 * @returns the letters that are replayed and those that hold no event and stay
 */
export async function replayAllDeadLetters(
	redis: Redis,
	stream: Stream,
): Promise<{ replayed: DeadLetter[]; left: DeadLetter[] }> {
	const letters = await listDeadLetters(redis, stream);
	const replayed = letters.filter(({ event }) => event);
	for (const same of Map.groupBy(replayed, ({ event }) => event!.id).values()) {
		await replay(redis, stream, same);
	}
	return { replayed, left: letters.filter(({ event }) => !event) };
}

/**
 * Takes a dead letter away for good, with its place in its group's count, in one step; whether it holds an event does
 * not matter. Another group's letter of the same event stays.
 *
 * @returns whether there was such a letter
 */
export async function discardDeadLetter(redis: Redis, stream: Stream, id: string): Promise<boolean> {
	const letter = await findDeadLetter(redis, stream, id);
	if (!letter) return false;
	const [taken] = await execute(takeAway(redis.multi(), letter));
	return taken === 1;
}

async function replay(redis: Redis, stream: Stream, letters: DeadLetter[]): Promise<void> {
	const { text } = letters[0]!;
	const multi = redis.multi().xadd(stream, '*', 'event', text).publish(stream, text);
	for (const letter of letters) takeAway(multi, letter);
	await execute(multi);
}

function takeAway(multi: ChainableCommander, { stream, id, group, entry }: DeadLetter): ChainableCommander {
	return multi.xdel(deadLetters(stream), id).srem(deadLettersOf(stream, group), entry);
}

function read(stream: Stream, [id, fields]: [id: string, fields: string[]]): DeadLetter {
	const names = fields.filter((_, index) => index % 2 === 0);
	const field = (name: string) => fields[2 * names.indexOf(name) + 1] ?? '';
	const text = field('event');
	const letter = { id, stream, entry: field('entry'), group: field('group'), error: field('error'), text };
	const at = timeOf(id);
	try {
		return { ...letter, at, event: parseEnvelope(text) };
	} catch {
		return { ...letter, at };
	}
}
