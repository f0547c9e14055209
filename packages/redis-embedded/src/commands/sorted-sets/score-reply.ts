import type { Client } from '../../engine/client.ts';
import { array, bulk, bulks, double, nil } from '../../protocol/reply.ts';
import type { Scored } from '../../values/sorted-set.ts';

export const scoreOrNil = (client: Client, score: number | undefined): string =>
	score === undefined ? nil(client) : double(client, score);

/** Members, with their scores if wanted: in pairs in RESP3. */
export function scoredReply(client: Client, items: readonly Scored[], withScores: boolean): string {
	if (!withScores) return bulks(items.map(({ member }) => member));
	const pairs = items.map(({ member, score }) => [bulk(member), double(client, score)]);
	return client.protocol === 3 ? array(pairs.map(array)) : array(pairs.flat());
}
