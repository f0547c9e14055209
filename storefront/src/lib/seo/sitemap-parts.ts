/** Sitemaps hold so many artworks each; 50,000 are allowed. */
const productsInPart = 10_000;

interface Page {
	nodes: readonly { handle: string }[];
	pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** The handles of all pages, one page asked for after the other and nobody hurried: `pause` is waited for between them. */
export async function walkHandles(
	ask: (after: string | null) => Promise<Page>,
	pause: () => Promise<unknown>,
): Promise<string[]> {
	const handles: string[] = [];
	let after: string | null = null;
	while (true) {
		const { nodes, pageInfo }: Page = await ask(after);
		handles.push(...nodes.map(({ handle }) => handle));
		if (!pageInfo.hasNextPage) return handles;
		after = pageInfo.endCursor;
		await pause();
	}
}

/** The names of the parts that so many artworks are listed in. */
export function partNames(totalCount: number): string[] {
	return Array.from({ length: Math.ceil(totalCount / productsInPart) }, (_, index) => String(index + 1));
}

/** The artworks of a part; null when there is no such part. */
export function partOf(handles: readonly string[], name: string): string[] | null {
	if (!/^[1-9]\d{0,5}$/.test(name)) return null;
	const end = Number(name) * productsInPart;
	const part = handles.slice(end - productsInPart, end);
	return part.length > 0 ? part : null;
}
