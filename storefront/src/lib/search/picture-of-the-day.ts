const dayInMs = 24 * 60 * 60 * 1000;

/** One of the candidates, another each day (UTC). */
export function pictureOfTheDay<Picture>(candidates: readonly Picture[], now: Date): Picture | undefined {
	const day = Math.floor(now.getTime() / dayInMs);
	return candidates[day % candidates.length];
}
