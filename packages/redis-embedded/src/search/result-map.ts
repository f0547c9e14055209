import type { Client } from '../engine/client.ts';
import { array, bulk, EMPTY_ARRAY, integer, map, simple } from '../protocol/reply.ts';

/** The results of FT.SEARCH and FT.AGGREGATE as RESP3 clients get them. */
export const resultMap = (
	client: Client,
	total: number,
	results: readonly string[],
	warning?: string,
): string =>
	map(client, [
		...[bulk('attributes'), EMPTY_ARRAY],
		...[bulk('warning'), warning === undefined ? EMPTY_ARRAY : array([simple(warning)])],
		...[bulk('total_results'), integer(total)],
		...[bulk('format'), bulk('STRING')],
		...[bulk('results'), array(results)],
	]);
