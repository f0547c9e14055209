/** 1.4 MB, as browsers count them. */
export function megabytes(bytes: number): string {
	return `${Math.max(0.1, bytes / 1_000_000).toFixed(1)} MB`;
}
