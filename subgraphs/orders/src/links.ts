import { seal, unseal } from '@infinite-blob/signing/sealed';

/** How long a link to a file is good for. */
const lifetimeMs = 15 * 60 * 1000;

/** What a link to a bought original stands for. */
export interface DownloadGrant {
	orderId: string;
	/** The original's key in the file store. */
	file: string;
	/** What the file is called for whoever downloads it. */
	name: string;
}

/** What a link to an invoice stands for. */
export interface InvoiceGrant {
	file: string;
	name: string;
}

/** Makes and reads the signed links to files: whoever holds one may fetch that file for 15 minutes. */
export class Links {
	readonly #gatewayUrl: string;
	readonly #secret: string;
	readonly #now: () => number;

	constructor(gatewayUrl: string, secret: string, now: () => number) {
		this.#gatewayUrl = gatewayUrl;
		this.#secret = secret;
		this.#now = now;
	}

	download(grant: DownloadGrant): { url: string; expiresAt: number } {
		return this.#make('download', grant);
	}

	invoice(grant: InvoiceGrant): string {
		return this.#make('invoice', grant).url;
	}

	openDownload(token: string): DownloadGrant | undefined {
		return unseal('download', token, this.#secret, this.#now());
	}

	openInvoice(token: string): InvoiceGrant | undefined {
		return unseal('invoice', token, this.#secret, this.#now());
	}

	#make(kind: 'download' | 'invoice', grant: unknown): { url: string; expiresAt: number } {
		const expiresAt = this.#now() + lifetimeMs;
		const token = seal(kind, grant, this.#secret, expiresAt);
		return { url: `${this.#gatewayUrl}/files/${kind}/${token}`, expiresAt };
	}
}
