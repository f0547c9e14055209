/** Something a service needs before it can take work; throws while it is not there. */
export type ReadinessCheck = () => Promise<unknown>;

/** Whether a service can take work, as `/health/ready` tells it. */
export interface Readiness {
	ready: boolean;
	/** `ok`, or what is wrong in a word, by the name of the check. */
	checks: Record<string, string>;
}

const timeoutMs = 2_000;

/** Runs all checks side by side; one that hangs counts as failed after two seconds. */
export async function readiness(checks: Record<string, ReadinessCheck>): Promise<Readiness> {
	const entries = await Promise.all(
		Object.entries(checks).map(async ([name, check]) => [name, await outcome(check)] as const),
	);
	return { ready: entries.every(([, result]) => result === 'ok'), checks: Object.fromEntries(entries) };
}

async function outcome(check: ReadinessCheck): Promise<string> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<string>((resolve) => {
		timer = setTimeout(resolve, timeoutMs, 'no answer');
	});
	try {
		return await Promise.race([check().then(() => 'ok'), late]);
	} catch {
		return 'failed';
	} finally {
		clearTimeout(timer);
	}
}
