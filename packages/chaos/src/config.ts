/** What the processes of the shop are given of ours; REDIS_URL names a Redis to use in the place of the shop's own. */
export function readEnvironment(): Record<string, string | undefined> {
	return process.env;
}
