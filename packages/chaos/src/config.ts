/** What the processes of the shop are given of ours; REDIS_URL names a Redis to use in place of the shop's own. */
export function readEnvironment(): Record<string, string | undefined> {
	// biome-ignore lint/style/noProcessEnv: the one place that reads the environment, to hand it on
	return process.env;
}
