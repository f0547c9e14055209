import colors from 'picocolors';

const quietMs = 1_000;

/** Does a step of the start; one that takes longer than a second is told in a line, with its time at the end. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
	const began = performance.now();
	const timer = setTimeout(() => console.log(`${colors.dim('…')} ${title}`), quietMs);
	try {
		const result = await work();
		const seconds = (performance.now() - began) / 1000;
		if (seconds * 1000 > quietMs) console.log(`${colors.green('✓')} ${title} (${seconds.toFixed(1)} s)`);
		return result;
	} finally {
		clearTimeout(timer);
	}
}
