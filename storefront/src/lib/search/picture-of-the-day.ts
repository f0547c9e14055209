const dayInMs = 24 * 60 * 60 * 1000;

/** One of the candidates, another each day (UTC); their order must not change during it, as by what is sold. */
export function pictureOfTheDay<Picture>(candidates: readonly Picture[], now: Date): Picture | undefined {
	const day = Math.floor(now.getTime() / dayInMs);
	return candidates[day % candidates.length];
}
