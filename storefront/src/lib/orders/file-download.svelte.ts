import type { Progress } from '#lib/browser/fetch-file.ts';

// Links are good for 15 minutes; one that is nearly over is not begun with.
const linkMs = 14 * 60 * 1000;

interface File {
	gatewayUrl: string;
	orderId: string;
	lineId: string;
	/** What it is saved as, without its ending. */
	name: string;
}

/** The download of one bought file. A link that broke off is used again, since each one that is made counts. */
export class FileDownload {
	busy = $state(false);
	progress = $state<Progress | null>(null);
	/** Why there is no file; null when nothing is wrong. */
	problem = $state<string | null>(null);
	saved = $state(false);
	/** After the last link that was made here. */
	remaining = $state<number | null>(null);
	#link: { url: string; until: number } | null = null;

	/** Gives whether the order may be another than the page shows. */
	async run(file: File): Promise<{ outdated: boolean }> {
		if (this.busy) return { outdated: false };
		this.busy = true;
		this.problem = null;
		this.saved = false;
		try {
			return { outdated: !(await this.#fetch(file)) };
		} catch {
			this.problem = this.#link
				? 'The download broke off. Press Download again: it is not counted twice.'
				: 'The download did not start: check your connection, then press Download again.';
			return { outdated: false };
		} finally {
			this.busy = false;
			this.progress = null;
		}
	}

	async #fetch({ gatewayUrl, orderId, lineId, name }: File): Promise<boolean> {
		const [{ createDownload }, { fetchFile }] = await Promise.all([
			import('#lib/browser/create-download.ts'),
			import('#lib/browser/fetch-file.ts'),
		]);
		if (!this.#link || this.#link.until < Date.now()) {
			const minted = await createDownload(gatewayUrl, orderId, lineId);
			if (minted.kind === 'refused') return this.#refuse(minted.message);
			this.remaining = minted.remaining;
			this.#link = { url: minted.url, until: Date.now() + linkMs };
		}
		const fetched = await fetchFile(this.#link.url, name, (progress) => {
			this.progress = progress;
		});
		this.#link = null;
		if (fetched.kind === 'refused') return this.#refuse(fetched.message);
		this.saved = fetched.kind === 'saved';
		return true;
	}

	#refuse(message: string): false {
		this.problem = message;
		return false;
	}
}
