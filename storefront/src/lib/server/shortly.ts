const graceMs = 40;

/**
 * Waits a moment for what a page can do without: what comes in time is part of it, for visitors without scripts as
 * well, and costs no piece of its own; what is late is streamed.
 *
 * @returns the value, or the promise of it, in a box: a promise of a promise would wait for both
 */
export async function shortly<Value>(late: Promise<Value>): Promise<{ value: Value | Promise<Value> }> {
	const { promise: patience, resolve } = Promise.withResolvers<void>();
	const timer = setTimeout(resolve, graceMs);
	let arrived: { value: Value } | undefined;
	const arrival = late.then((value) => {
		arrived = { value };
	});
	await Promise.race([arrival, patience]);
	clearTimeout(timer);
	return arrived ?? { value: late };
}
