// A page that is not shown paints nothing.
const longestWaitMs = 100;

/** When the page has painted what was just changed: what is heavy waits until then. */
export function nextPaint(): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, longestWaitMs);
		requestAnimationFrame(() => {
			clearTimeout(timer);
			setTimeout(resolve);
		});
	});
}
