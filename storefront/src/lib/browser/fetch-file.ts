/** How far a download is. */
export interface Progress {
	receivedBytes: number;
	totalBytes: number;
}

export type Fetched =
	| { kind: 'saved' }
	/** The browser has taken over; it shows the progress itself. */
	| { kind: 'handed-over' }
	/** The link is not good any more, such as after a refund. */
	| { kind: 'refused'; message: string };

/**
 * What is held in memory at most. The API takes originals of up to 20 MB: every one of them is fetched here, with
 * progress, and with a refusal said on the page instead of shown in its place. Measured in Chromium, renderer and
 * browser together need 53 MB more for a file of 20 MB, and 560 MB for one of 200 MB: anything large is the browser's own
 * business, which writes to the disk as it goes.
 */
const longestBytes = 32 * 1024 * 1024;

/** Fetches a minted link and saves the file. @throws when the connection breaks off: the link is still good then */
export async function fetchFile(
	url: string,
	name: string,
	onProgress: (progress: Progress) => void,
): Promise<Fetched> {
	const leave = new AbortController();
	const response = await fetch(url, { credentials: 'omit', signal: leave.signal });
	if (!response.ok) return { kind: 'refused', message: await refusal(response) };
	const totalBytes = Number(response.headers.get('content-length') ?? Number.NaN);
	if (!response.body || !(totalBytes <= longestBytes)) {
		leave.abort();
		location.assign(url);
		return { kind: 'handed-over' };
	}
	const type = response.headers.get('content-type') ?? 'application/octet-stream';
	save(new Blob(await read(response.body, totalBytes, onProgress), { type }), `${name}.${ending(type)}`);
	return { kind: 'saved' };
}

async function read(
	body: ReadableStream<Uint8Array<ArrayBuffer>>,
	totalBytes: number,
	onProgress: (progress: Progress) => void,
): Promise<Uint8Array<ArrayBuffer>[]> {
	const chunks: Uint8Array<ArrayBuffer>[] = [];
	const reader = body.getReader();
	let receivedBytes = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return chunks;
		chunks.push(value);
		receivedBytes += value.byteLength;
		onProgress({ receivedBytes, totalBytes });
	}
}

async function refusal(response: Response): Promise<string> {
	const answer = (await response.json().catch(() => null)) as { error?: string } | null;
	return answer?.error ?? 'The file cannot be fetched right now. Try again in a minute.';
}

const endings: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

function ending(type: string): string {
	return endings[type.split(';')[0]?.trim() ?? ''] ?? 'bin';
}

function save(file: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = name;
	link.click();
	// The browser reads it while it saves, which may wait for a question about where to.
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
